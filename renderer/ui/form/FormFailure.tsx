import { SupportDetails } from '../states/SupportDetails.tsx';
import classes from './Form.module.css';

interface FormFailureProps {
  /** What went wrong as a whole, in words; null where nothing did. */
  readonly failure: { readonly text: string; readonly details: string } | null;
}

/** Why what was written is not saved. */
export function FormFailure({ failure }: FormFailureProps) {
  if (!failure) return null;
  return (
    <div role="alert" className={classes.failure}>
      <p>{failure.text}</p>
      <SupportDetails text={failure.details} />
    </div>
  );
}
