import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/Dialog.tsx';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import type { ShortcutGroup } from '../../ui/shortcuts/registry.ts';
import { ShortcutList } from '../../ui/shortcuts/ShortcutList.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import classes from './HelpDialog.module.css';
import type { HelpTopic } from './help-topic.ts';

interface HelpDialogProps {
  readonly topic: HelpTopic;
  /** The keys of the page behind the dialog. */
  readonly keys: readonly ShortcutGroup[];
  readonly onTour: () => void;
  readonly onClose: () => void;
}

/** What this page is for, how its usual jobs are done, and its keys. */
export function HelpDialog({ topic, keys, onTour, onClose }: HelpDialogProps) {
  const { t } = useTranslation();
  const jobs = t(`help.topic.${topic}.jobs`).split('\n');
  return (
    <Dialog opened onClose={onClose} title={t(`help.topic.${topic}.title`)} size={640}>
      <p className={classes.what}>{t(`help.topic.${topic}.what`)}</p>
      <ul className={classes.jobs}>
        {jobs.map((job) => (
          <li key={job}>{job}</li>
        ))}
      </ul>
      <ShortcutList groups={keys} />
      <StartTour onTour={onTour} />
    </Dialog>
  );
}

function StartTour({ onTour }: { readonly onTour: () => void }) {
  const { t } = useTranslation();
  useShortcuts(t('help.title'), [{ keys: 'Alt+T', label: t('tour.start'), run: onTour }]);
  return (
    <p className={classes.tour}>
      <KeyButton keys="Alt+T" h={36} variant="default" onClick={onTour}>
        {t('tour.start')}
      </KeyButton>
    </p>
  );
}
