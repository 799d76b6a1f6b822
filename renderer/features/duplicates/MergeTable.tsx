import { ActionIcon, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MergePreview } from '../../../shared/contract/duplicates.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './MergeTable.module.css';
import { letterOf, type MergeRow } from './merge-rows.ts';

interface MergeTableProps {
  readonly preview: MergePreview;
  readonly rows: readonly MergeRow[];
  /** The row that the letters choose in. */
  readonly marked: string | null;
  readonly onMark: (row: string) => void;
  readonly onChoose: (row: MergeRow, side: number) => void;
  readonly onLeaveOut: (memberId: Id<'member'>) => void;
}

/** The members side by side, and what the merged one will be. A value that is clicked is the one that is kept. */
export function MergeTable({ preview, rows, marked, onMark, onChoose, onLeaveOut }: MergeTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sides, canonicalId } = preview;
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={t('quality.merge.title')}>
        <thead>
          <tr>
            <th scope="col" className={classes.label}>
              {t('quality.merge.field')}
            </th>
            {sides.map(({ card, enrolledAtMs }, index) => (
              <th key={card.memberId} scope="col">
                <span className={classes.head}>
                  <span className={classes.letter} data-kept={card.memberId === canonicalId || undefined}>
                    {letterOf(index)}
                  </span>
                  <span className={classes.since}>
                    {t('quality.merge.enrolled')} {format.day(enrolledAtMs)}
                  </span>
                  {sides.length > 2 && (
                    <Tooltip label={t('quality.merge.leaveOut', { letter: letterOf(index) })}>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={t('quality.merge.leaveOut', { letter: letterOf(index) })}
                        onClick={() => onLeaveOut(card.memberId)}
                      >
                        <IconX size={16} stroke={1.5} aria-hidden />
                      </ActionIcon>
                    </Tooltip>
                  )}
                </span>
              </th>
            ))}
            <th scope="col" className={classes.after}>
              {t('quality.merge.after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-marked={row.id === marked || undefined} aria-current={row.id === marked || undefined}>
              <th scope="row" className={classes.label}>
                {row.label}
              </th>
              {row.values.map((value, index) => (
                <td key={sides[index]?.card.memberId}>
                  {row.field ? (
                    <button
                      type="button"
                      tabIndex={-1}
                      className={classes.value}
                      aria-pressed={row.kept === index}
                      onClick={() => {
                        onMark(row.id);
                        onChoose(row, index);
                      }}
                    >
                      {value ?? t('quality.merge.nothing')}
                    </button>
                  ) : (
                    <span className={classes.plain}>{value || t('quality.merge.nothing')}</span>
                  )}
                </td>
              ))}
              <td className={classes.after}>
                <span className={classes.result}>{row.after || t('quality.merge.nothing')}</span>
                <span className={classes.why}>{row.why}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
