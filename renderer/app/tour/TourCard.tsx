import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import classes from './TourCard.module.css';
import type { Tour } from './use-tour.ts';

/** The step that is being shown, in a corner: the work goes on beside it, and most steps are done by doing them. */
export function TourCard({ tour }: { readonly tour: Tour }) {
  const { t } = useTranslation();
  const { step, number, of, next, back, end } = tour;
  const byDoing = step !== null && (step.until !== undefined || step.untilPage !== undefined);
  const last = number === of;
  useShortcuts(t('tour.title'), [
    { keys: 'Alt+N', label: t(last ? 'tour.finish' : byDoing ? 'tour.skip' : 'tour.next'), run: next },
    { keys: 'Alt+B', label: t('tour.back'), run: back, when: number > 1 },
    { keys: 'Alt+X', label: t('tour.end'), run: end, when: !last },
  ]);
  useOutline(step?.target?.(t));
  if (!step) return null;
  return (
    <aside className={classes.card} aria-label={t('tour.title')}>
      <p className={classes.number}>{t('tour.number', { number, of })}</p>
      <div aria-live="polite">
        <h2 className={classes.title}>{t(`tour.step.${step.id}.title`)}</h2>
        <p className={classes.text}>{t(`tour.step.${step.id}.text`)}</p>
      </div>
      <div className={classes.acts}>
        {!last && (
          <Button variant="subtle" color="gray" h={36} px={8} onClick={end} aria-keyshortcuts="Alt+X">
            {t('tour.end')}
          </Button>
        )}
        <span className={classes.space} />
        {number > 1 && (
          <Button variant="default" h={36} onClick={back} aria-keyshortcuts="Alt+B">
            {t('tour.back')}
          </Button>
        )}
        <KeyButton keys="Alt+N" h={36} variant={byDoing ? 'default' : 'filled'} onClick={next}>
          {t(last ? 'tour.finish' : byDoing ? 'tour.skip' : 'tour.next')}
        </KeyButton>
      </div>
    </aside>
  );
}

/** Outlines what fits, also when it comes later or is drawn anew. */
function useOutline(selector: string | undefined): void {
  useEffect(() => {
    if (selector === undefined) return;
    let outlined: Element | null = null;
    const look = () => {
      const found = document.querySelector(selector);
      if (found === outlined) return;
      outlined?.removeAttribute('data-toured');
      found?.setAttribute('data-toured', '');
      outlined = found;
    };
    look();
    const watch = new MutationObserver(look);
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      watch.disconnect();
      outlined?.removeAttribute('data-toured');
    };
  }, [selector]);
}
