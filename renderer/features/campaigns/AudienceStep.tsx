import { CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFilters } from '../../ui/filters/use-filters.tsx';
import { useMemberFilterTerms } from '../../ui/members/member-filter-terms.ts';
import type { CampaignDraft } from './campaign-draft.ts';
import classes from './campaigns.module.css';
import { usePreview } from './use-preview.ts';

interface AudienceStepProps {
  readonly draft: CampaignDraft;
  readonly onChange: (changes: Partial<CampaignDraft>) => void;
}

/** Who is meant, in the sentences of the member list, with how many that are now. */
export function AudienceStep({ draft, onChange }: AudienceStepProps) {
  const { t } = useTranslation();
  const { filters, controls } = useFilters('members', useMemberFilterTerms(), draft.audience, (where) =>
    onChange({ audience: [...where] }),
  );
  const preview = usePreview(draft);
  return (
    <>
      <div>
        <h2 className={classes.question}>{t('campaigns.wizard.audience')}</h2>
        <p className={classes.soft}>{t('campaigns.wizard.audienceHelp')}</p>
      </div>
      <div className={classes.row} data-first tabIndex={-1}>
        {controls}
      </div>
      <ul className={classes.chips}>
        {filters.chips.map(({ id, sentence, onEdit, onRemove }) => (
          <li key={id} className={classes.chip}>
            <button type="button" onClick={onEdit}>
              {sentence}
            </button>
            <CloseButton
              size="sm"
              aria-label={t('campaigns.wizard.removeCondition', { sentence })}
              onClick={onRemove}
            />
          </li>
        ))}
        {filters.chips.length === 0 && <li className={classes.chip}>{t('campaigns.wizard.everybody')}</li>}
      </ul>
      <p className={classes.large} role="status">
        {preview ? t('campaigns.wizard.members', { count: preview.members }) : t('campaigns.wizard.counting')}
      </p>
    </>
  );
}
