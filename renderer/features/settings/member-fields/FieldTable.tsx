import { ActionIcon, Badge, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomField } from '../../../../shared/members/custom-fields.ts';
import classes from '../SettingsTable.module.css';

interface FieldTableProps {
  readonly fields: readonly CustomField[];
  readonly onChange: (field: CustomField) => void;
  readonly onRetire: (field: CustomField) => void;
  /** One place up (-1) or down (1). */
  readonly onMove: (field: CustomField, step: -1 | 1) => void;
}

const STEPS = [-1, 1] as const;

/** One row a field, in the order in which they are asked and shown. */
export function FieldTable({ fields, onChange, onRetire, onMove }: FieldTableProps) {
  const { t } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  const pressed = useRef<string | null>(null);
  // A row that moves in the page loses the focus; whoever pressed its button goes on pressing it.
  useEffect(() => {
    if (pressed.current && document.activeElement === document.body)
      table.current?.querySelector<HTMLElement>(`[data-move="${pressed.current}"]`)?.focus();
  });
  return (
    <table ref={table} className={classes.table} aria-label={t('memberFields.title')}>
      <thead>
        <tr>
          <th scope="col">{t('memberFields.name')}</th>
          <th scope="col">{t('memberFields.kind')}</th>
          <th scope="col">{t('memberFields.offers')}</th>
          <th scope="col">{t('memberFields.whenAsked')}</th>
          <th scope="col">{t('memberFields.order')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {fields.map((field, at) => {
          const { fieldId, name, kind, required, retired } = field;
          return (
            <tr key={fieldId} data-past={retired || undefined}>
              <th scope="row">
                {name}
                {retired && (
                  <Badge ml="xs" variant="default" radius="sm" tt="none">
                    {t('memberFields.retired')}
                  </Badge>
                )}
              </th>
              <td>{t(`memberFields.kinds.${kind}`)}</td>
              <td>{offersOf(field) || <span className={classes.none}>–</span>}</td>
              <td>{t(required ? 'memberFields.isRequired' : 'memberFields.isOptional')}</td>
              <td>
                {STEPS.map((step) => (
                  <ActionIcon
                    key={step}
                    variant="subtle"
                    color="gray"
                    aria-label={t(step < 0 ? 'memberFields.up' : 'memberFields.down', { name })}
                    aria-disabled={fields[at + step] === undefined}
                    style={fields[at + step] === undefined ? { opacity: 0.35 } : undefined}
                    data-move={`${fieldId} ${step}`}
                    onClick={() => {
                      if (fields[at + step] === undefined) return;
                      pressed.current = `${fieldId} ${step}`;
                      onMove(field, step);
                    }}
                  >
                    {step < 0 ? (
                      <IconArrowUp size={16} stroke={1.5} aria-hidden />
                    ) : (
                      <IconArrowDown size={16} stroke={1.5} aria-hidden />
                    )}
                  </ActionIcon>
                ))}
              </td>
              <td className={classes.acts}>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t('memberFields.changeFor', { name })}
                  onClick={() => onChange(field)}
                >
                  {t('memberFields.change')}
                </Button>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t(retired ? 'memberFields.restoreFor' : 'memberFields.retireFor', { name })}
                  onClick={() => onRetire(field)}
                >
                  {t(retired ? 'memberFields.restore' : 'memberFields.retire')}
                </Button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const offersOf = ({ options }: CustomField): string =>
  options
    .filter(({ retired }) => !retired)
    .map(({ name }) => name)
    .join(' · ');
