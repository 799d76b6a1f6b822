import { Link } from '@tanstack/react-router';
import classes from './Places.module.css';

interface PlacesProps {
  readonly label: string;
  readonly places: readonly { readonly to: string; readonly words: string }[];
}

/** Pages of one subject, one beside the other. */
export function Places({ label, places }: PlacesProps) {
  return (
    <nav aria-label={label} className={classes.places}>
      {places.map(({ to, words }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: true }}
          activeProps={{ 'data-active': true }}
          className={classes.place}
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
