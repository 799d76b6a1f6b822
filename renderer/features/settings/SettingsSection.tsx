import { type ReactNode, useId, useRef } from 'react';
import classes from './SettingsSection.module.css';
import { useContentsEntry } from './WithContents.tsx';

interface SettingsSectionProps {
  readonly title: string;
  /** Quiet words beside the title. */
  readonly aside?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

export function SettingsSection({ title, aside, action, children }: SettingsSectionProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useContentsEntry(heading, title);
  return (
    <section aria-labelledby={id} className={classes.section}>
      <div className={classes.head}>
        <h2 ref={heading} id={id} tabIndex={-1} className={classes.title}>
          {title}
        </h2>
        {aside}
        {action && <div className={classes.action}>{action}</div>}
      </div>
      {children}
    </section>
  );
}
