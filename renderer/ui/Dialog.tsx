import { Modal, type ModalProps } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ShortcutLayer } from './shortcuts/ShortcutLayer.tsx';
import { useShortcuts } from './shortcuts/use-shortcuts.ts';

interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly size?: ModalProps['size'];
  /** Off where the content, a form for instance, answers Esc itself. */
  readonly escCloses?: boolean;
  readonly children: ReactNode;
}

/** A dialog over the page: a shortcut layer of its own, closed by Esc unless an input method is composing. */
export function Dialog({ opened, onClose, title, size, escCloses = true, children }: DialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size ?? 'md'}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <ShortcutLayer>
        <FocusBack />
        {escCloses && <CloseKey onClose={onClose} />}
        {children}
      </ShortcutLayer>
    </Modal>
  );
}

/** Esc closes, in the layer around. */
export function CloseKey({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  useShortcuts(t('actions.close'), [{ keys: 'Escape', label: t('actions.close'), run: onClose }]);
  return null;
}

/** A dialog that is taken away rather than closed gives the focus back to what had it before, as a closed one does. */
function FocusBack() {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      setTimeout(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        if (lost && before instanceof HTMLElement && before.isConnected) before.focus();
      });
    },
    [before],
  );
  return null;
}
