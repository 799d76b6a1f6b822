import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MessageTemplate } from '../../../shared/contract/messages.contract.ts';
import { RelativeTime } from '../../ui/facts/RelativeTime.tsx';
import classes from './TemplateTable.module.css';

interface TemplateTableProps {
  readonly templates: readonly MessageTemplate[];
  readonly onEdit: (template: MessageTemplate) => void;
  readonly onRetire: (template: MessageTemplate) => void;
}

/** One row a template; those of headquarters are used here and not changed. */
export function TemplateTable({ templates, onEdit, onRetire }: TemplateTableProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={t('messages.places.templates')}>
        <thead>
          <tr>
            <th scope="col" className={classes.name}>
              {t('messages.template.column.name')}
            </th>
            <th scope="col" className={classes.sort}>
              {t('messages.template.column.sort')}
            </th>
            <th scope="col">{t('messages.template.column.text')}</th>
            <th scope="col" className={classes.changed}>
              {t('messages.template.column.changed')}
            </th>
            <td className={classes.acts} />
          </tr>
        </thead>
        <tbody>
          {templates.map((template) => (
            <tr key={template.templateId}>
              <th scope="row" title={template.name}>
                {template.name}
              </th>
              <td>
                {[t(`messages.channel.${template.channel}`), t(`messages.purpose.${template.purpose}`)].join(' · ')}
              </td>
              <td title={template.text}>{template.text}</td>
              <td>
                <RelativeTime atMs={template.changedAtMs} />
              </td>
              <td className={classes.acts}>
                {template.isOwn ? (
                  <>
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      aria-label={t('messages.template.retireFor', { name: template.name })}
                      onClick={() => onRetire(template)}
                    >
                      {t('messages.template.retire')}
                    </Button>
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      aria-label={`${t('actions.edit')} ${template.name}`}
                      onClick={() => onEdit(template)}
                    >
                      {t('actions.edit')}
                    </Button>
                  </>
                ) : (
                  <Text span size="sm" c="dimmed">
                    {t('messages.template.theirs')}
                  </Text>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
