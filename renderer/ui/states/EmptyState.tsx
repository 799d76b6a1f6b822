import type { ReactNode } from 'react';
import classes from './states.module.css';

interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: string;
  /** What this place is for. */
  readonly body?: ReactNode;
  /** The first thing to do here. */
  readonly action?: ReactNode;
}

/** A place with nothing in it yet: what it is for and the first action. */
export function EmptyState({ icon, title, body, action }: EmptyStateProps) {
  return (
    <div className={classes.state}>
      {icon && <div className={classes.icon}>{icon}</div>}
      <p className={classes.title}>{title}</p>
      {body && <div className={classes.body}>{body}</div>}
      {action}
    </div>
  );
}
