import { Keys } from './Keys.tsx';
import type { Shortcut } from './registry.ts';
import classes from './ShortcutList.module.css';

interface ShortcutListProps {
  /** Below the title of a dialog, which is a second one, unless told. */
  readonly heading?: 'h2' | 'h3';
  readonly groups: readonly {
    readonly title: string;
    readonly shortcuts: readonly Pick<Shortcut, 'keys' | 'label'>[];
  }[];
}

/** Keys and what they do, by the screen where they do it. */
export function ShortcutList({ heading: Heading = 'h3', groups }: ShortcutListProps) {
  const titles = [...new Set(groups.map((group) => group.title))];
  return titles.map((title) => (
    <section key={title} className={classes.group}>
      <Heading className={classes.title}>{title}</Heading>
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
