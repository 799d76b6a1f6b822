import { useTranslation } from 'react-i18next';
import type { StaffChoice } from '../../../shared/contract/staff.contract.ts';
import classes from './StaffTiles.module.css';

interface StaffTilesProps {
  readonly choices: readonly StaffChoice[];
  readonly onChoose: (person: StaffChoice) => void;
}

/** The first letter of each of the first two words; of a Chinese name, the family name. */
const initials = (name: string): string =>
  /^\p{Script=Han}/u.test(name)
    ? name.slice(0, 1)
    : name
        .split(/\s+/)
        .slice(0, 2)
        .map((word) => word.slice(0, 1).toUpperCase())
        .join('');

/** One tile a person. */
export function StaffTiles({ choices, onChoose }: StaffTilesProps) {
  const { t } = useTranslation();
  return (
    <ul className={classes.tiles}>
      {choices.map((person, index) => (
        <li key={person.staffId}>
          <button
            type="button"
            className={classes.tile}
            // The screen has just opened for this choice; the keyboard should be there.
            // biome-ignore lint/a11y/noAutofocus: see above.
            autoFocus={index === 0}
            data-autofocus={index === 0 || undefined}
            onClick={() => onChoose(person)}
          >
            <span className={classes.initials} aria-hidden>
              {initials(person.name)}
            </span>
            <span className={classes.words}>
              <span className={classes.name}>{person.name}</span>
              <span className={classes.role}>{t(`staff.role.${person.role}`)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
