import { useTranslation } from 'react-i18next';
import { readDecimal } from '../../lib/decimal-text.ts';
import { useFormat } from '../../lib/use-format.ts';
import { partWords } from '../../ui/facts/estimate-words.ts';
import { type CampaignDraft, daysOf } from './campaign-draft.ts';
import classes from './campaigns.module.css';
import { usePreview } from './use-preview.ts';

/** In plain words: how the audience is split, and what rise of its sales it is large enough to show. */
export function AudiencePower({ draft }: { readonly draft: CampaignDraft }) {
  const { t } = useTranslation();
  const format = useFormat();
  const preview = usePreview(draft);
  if (!preview) return <p className={classes.soft}>{t('campaigns.wizard.counting')}</p>;
  const { members, meanMinor, needed, seen } = preview;
  const controlBp = readDecimal(draft.control, 2) ?? 0;
  const control = Math.round((members * controlBp) / 10_000);
  const membersWords = (count: number) => t('campaigns.wizard.members', { count });
  const isEnough = needed.told && members >= needed.members;
  return (
    <section className={classes.words} role="status" aria-label={t('campaigns.wizard.power')}>
      <h2 className={classes.question}>{t('campaigns.wizard.power')}</h2>
      {controlBp === 0 ? (
        <p>{t('campaigns.wizard.noControl')}</p>
      ) : (
        <>
          <p>
            {t('campaigns.wizard.split', { treated: format.count(members - control), control: format.count(control) })}
          </p>
          <p>
            {t('campaigns.wizard.usual', {
              money: format.money(meanMinor),
              days: t('campaigns.wizard.forDays', { count: daysOf(draft) }),
            })}
          </p>
          {needed.told ? (
            <p>
              {t('campaigns.wizard.needed', {
                rise: partWords((readDecimal(draft.rise, 0) ?? 0) / 100, format),
                needed: membersWords(needed.members),
                members: membersWords(members),
              })}{' '}
              {isEnough
                ? t('campaigns.wizard.enough')
                : seen.told && t('campaigns.wizard.tooFew', { seen: partWords(seen.change, format) })}
            </p>
          ) : (
            <p>{t('campaigns.wizard.cannotTell', { why: t(`campaigns.untold.${needed.why}`) })}</p>
          )}
        </>
      )}
    </section>
  );
}
