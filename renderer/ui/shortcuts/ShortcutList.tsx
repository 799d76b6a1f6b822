import { Keys } from './Keys.tsx';
import type { Shortcut } from './registry.ts';
import classes from './ShortcutList.module.css';

interface ShortcutListProps {
  readonly groups: readonly {
    readonly title: string;
    readonly shortcuts: readonly Pick<Shortcut, 'keys' | 'label'>[];
  }[];
}

/** Keys and what they do, by the screen where they do it. */
export function ShortcutList({ groups }: ShortcutListProps) {
  const titles = [...new Set(groups.map((group) => group.title))];
  return titles.map((title) => (
    <section key={title} className={classes.group}>
      <h3 className={classes.title}>{title}</h3>
      <dl className={classes.list}>
        {groups
          .filter((group) => group.title === title)
          .flatMap((group) => group.shortcuts)
          .map(({ keys, label }) => (
            <div key={keys + label} className={classes.row}>
              <dt>{label}</dt>
              <dd>
                <Keys keys={keys} />
              </dd>
            </div>
          ))}
      </dl>
    </section>
  ));
}
