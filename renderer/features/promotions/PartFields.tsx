import { useTranslation } from 'react-i18next';
import type { FieldKind } from '../../../shared/promotions/terms.ts';
import type { ArgDraft } from './arg-kinds.ts';
import { ArgField } from './args/ArgField.tsx';
import type { Definition } from './definition.ts';
import classes from './OfferForm.module.css';
import { isOptional, type PartDraft } from './part-draft.ts';

interface PartFieldsProps {
  readonly draft: PartDraft;
  readonly definition: Definition;
  /** What is wrong with an argument, in words. */
  readonly errorOf: (name: string) => string | undefined;
  readonly onChange: (draft: PartDraft) => void;
}

/** Asks for the arguments of an action or a condition, whichever it is: by what its definition says of them. */
export function PartFields({ draft, definition, errorOf, onChange }: PartFieldsProps) {
  const { t } = useTranslation();
  // The type checker asks for the words of every argument; one that is new in a test says its own name.
  const nameOf = t as unknown as (key: string, terms: { readonly defaultValue: string }) => string;
  const put = (name: string, arg: ArgDraft) => onChange({ ...draft, args: { ...draft.args, [name]: arg } });
  const fields = Object.entries(definition.fields) as [string, FieldKind][];
  if (fields.length === 0) return null;
  return (
    <div className={classes.fields}>
      {fields.map(([name, kind]) => (
        <ArgField
          key={`${draft.kind} ${name}`}
          kind={kind}
          label={nameOf(`promotions.offerFields.${name}`, { defaultValue: name })}
          optional={isOptional(definition.args.shape[name] as never)}
          draft={draft.args[name] ?? ''}
          error={errorOf(name)}
          onChange={(arg) => put(name, arg)}
        />
      ))}
    </div>
  );
}
