import { ActionIcon, Button, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './CopyText.module.css';

/** How long the button says that it did. */
const COPIED_MS = 3000;

interface CopyTextProps {
  readonly text: string;
  /** What the button says: "Copy the address". */
  readonly label: string;
  /** In a frame of its own with the button's words beside it, for the one thing to be copied. */
  readonly large?: boolean;
  readonly onCopied?: () => void;
}

/** Text to be taken elsewhere, with the button that copies it. Selecting it by hand takes all of it. */
export function CopyText({ text, label, large = false, onCopied }: CopyTextProps) {
  const { t } = useTranslation();
  const [state, setState] = useState<'copied' | 'failed' | null>(null);
  const copied = state === 'copied';
  useEffect(() => {
    const timer = copied ? setTimeout(() => setState(null), COPIED_MS) : undefined;
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      onCopied?.();
      setState('copied');
    } catch {
      setState('failed');
    }
  };
  const icon = copied ? (
    <IconCheck size={16} stroke={1.5} aria-hidden />
  ) : (
    <IconCopy size={16} stroke={1.5} aria-hidden />
  );
  return (
    <span className={classes.copy} data-large={large || undefined} onCopy={onCopied}>
      <span className={classes.text}>{text}</span>
      {large ? (
        <Button className={classes.button ?? ''} leftSection={icon} onClick={() => void copy()} data-autofocus>
          {copied ? t('actions.copied') : label}
        </Button>
      ) : (
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={label}
          title={label}
          onClick={() => void copy()}
        >
          {icon}
        </ActionIcon>
      )}
      <VisuallyHidden role="status">{copied && t('actions.copied')}</VisuallyHidden>
      {state === 'failed' && (
        <span role="alert" className={classes.failed}>
          {t('actions.copyFailed')}
        </span>
      )}
    </span>
  );
}
