import { Badge, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TillRow } from '../../../../shared/contract/tills.contract.ts';
import { RelativeTime } from '../../../ui/facts/RelativeTime.tsx';
import classes from '../SettingsTable.module.css';

interface TillTableProps {
  readonly tills: readonly TillRow[];
  readonly onRename: (till: TillRow) => void;
  readonly onChoose: (till: TillRow) => void;
}

/** One row a till, the one that this computer is marked as such. */
export function TillTable({ tills, onRename, onChoose }: TillTableProps) {
  const { t } = useTranslation();
  return (
    <table className={classes.table} aria-label={t('tills.title')}>
      <thead>
        <tr>
          <th scope="col">{t('tills.code')}</th>
          <th scope="col">{t('tills.name')}</th>
          <th scope="col">{t('tills.lastReceipt')}</th>
          <th scope="col">{t('tills.lastUsed')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {tills.map((till) => (
          <tr key={till.tillId}>
            <th scope="row">
              {till.code}
              {till.isHere && (
                <Badge ml="xs" variant="light" radius="sm" tt="none">
                  {t('tills.here')}
                </Badge>
              )}
            </th>
            <td>{till.name || <span className={classes.none}>{t('tills.noName')}</span>}</td>
            <td className={classes.figure}>
              {till.lastReceiptNumber ?? <span className={classes.none}>{t('tills.noReceipt')}</span>}
            </td>
            <td>
              {till.lastUsedAtMs === null ? (
                <span className={classes.none}>{t('tills.never')}</span>
              ) : (
                <RelativeTime atMs={till.lastUsedAtMs} />
              )}
            </td>
            <td className={classes.acts}>
              {!till.isHere && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t('tills.chooseFor', { code: till.code })}
                  onClick={() => onChoose(till)}
                >
                  {t('tills.choose')}
                </Button>
              )}
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t('tills.renameFor', { code: till.code })}
                onClick={() => onRename(till)}
              >
                {t('tills.rename')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
