import { Button, Progress, Stack } from '@mantine/core';
import classes from './acts.module.css';

interface RunningActProps {
  readonly done: number;
  readonly total: number;
  /** How far it is, in words. */
  readonly words: string;
  /** What becomes of what is done by then, where that is not plain. */
  readonly note?: string;
  readonly stop: string;
  readonly onStop: () => void;
}

/** How far an act on a list is, and how it is stopped. */
export function RunningAct({ done, total, words, note, stop, onStop }: RunningActProps) {
  return (
    <Stack gap="md">
      <Progress size="lg" value={(100 * done) / Math.max(1, total)} aria-label={words} />
      <p className={classes.words} role="status">
        {words}
      </p>
      {note && <p className={classes.note}>{note}</p>}
      <div className={classes.end}>
        <Button variant="default" onClick={onStop} data-autofocus>
          {stop}
        </Button>
      </div>
    </Stack>
  );
}
