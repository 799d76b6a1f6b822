import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Keys } from './shortcuts/Keys.tsx';
import classes from './undo.module.css';

const SHOWN_MS = 8_000;

interface Undoable {
  /** What was done: "Removed cola". */
  readonly text: string;
  readonly label: string;
  /** The key that undoes too, where one is in force. */
  readonly keys?: string;
  readonly onUndo: () => void;
}

/** Says what was done and offers to undo it, instead of asking before. Returns how to take the offer away. */
export function offerUndo({ text, label, keys, onUndo }: Undoable): () => void {
  const id = notifications.show({
    autoClose: SHOWN_MS,
    withCloseButton: false,
    className: classes.notice,
    message: (
      <span className={classes.row}>
        {text}
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            notifications.hide(id);
            onUndo();
          }}
        >
          {label}
          {keys && (
            <span className={classes.keys}>
              <Keys keys={keys} />
            </span>
          )}
        </Button>
      </span>
    ),
  });
  return () => notifications.hide(id);
}
