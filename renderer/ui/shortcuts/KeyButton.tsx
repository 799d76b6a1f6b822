import { Button, type ButtonProps } from '@mantine/core';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import classes from './KeyButton.module.css';
import { Keys } from './Keys.tsx';

interface KeyButtonProps
  extends Omit<ButtonProps, 'rightSection' | 'classNames'>,
    Pick<ButtonHTMLAttributes<HTMLButtonElement>, 'onClick' | 'type'> {
  /** The key that does the same: shown on the button, for those who will use it next time. */
  readonly keys: string;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly 'data-autofocus'?: boolean | undefined;
  readonly children: ReactNode;
}

/** A large button that names its key. */
export function KeyButton({ keys, children, ...props }: KeyButtonProps) {
  return (
    <Button
      h={44}
      flex="none"
      {...props}
      classNames={{ section: classes.section ?? '' }}
      rightSection={<Keys keys={keys} />}
      aria-keyshortcuts={keys.replace('Ctrl', 'Control')}
    >
      {children}
    </Button>
  );
}
