import { type ChangeEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { refusalOf } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';

type Errors<Values> = Partial<Record<keyof Values, string | undefined>>;

interface FormTerms<Values extends object> {
  readonly initial: Values;
  /** What is wrong, by field, in words that say how to fix it. Empty when nothing is. */
  readonly check?: (values: Values) => Errors<Values>;
  /** Sends the form. What it throws is shown: at the field that `refusalFields` names, else above the buttons. */
  readonly save: (values: Values) => Promise<unknown>;
  readonly refusalFields?: Readonly<Record<string, keyof Values>>;
}

/** Spread onto a Mantine input; takes its change events and its plain values alike. */
interface FieldProps<Value> {
  readonly name: string;
  readonly value: Value;
  readonly error: string | undefined;
  readonly onChange: (next: ChangeEvent<HTMLInputElement | HTMLTextAreaElement> | Value | null) => void;
}

export interface FormState<Values extends object> {
  readonly values: Values;
  readonly dirty: boolean;
  readonly saving: boolean;
  /** What went wrong as a whole, and its code for support. */
  readonly failure: { readonly text: string; readonly details: string } | null;
  readonly field: <Name extends keyof Values & string>(name: Name) => FieldProps<Values[Name]>;
  readonly set: (changes: Partial<Values>) => void;
  /** Puts words at a field or takes them away, for what only an answer can tell. */
  readonly setError: (name: keyof Values, error: string | undefined) => void;
  readonly submit: () => Promise<void>;
  readonly element: RefObject<HTMLFormElement | null>;
}

const isChange = (next: unknown): next is ChangeEvent<HTMLInputElement> =>
  typeof next === 'object' && next !== null && 'currentTarget' in next;

const inputValue = ({ currentTarget }: ChangeEvent<HTMLInputElement>) =>
  currentTarget.type === 'checkbox' ? currentTarget.checked : currentTarget.value;

/** The state of one form: values, errors at their fields, saving. Checks on saving, then again with every change. */
export function useForm<Values extends object>({
  initial,
  check,
  save,
  refusalFields,
}: FormTerms<Values>): FormState<Values> {
  const [start] = useState(initial);
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Errors<Values>>({});
  const [tried, setTried] = useState(0);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<FormState<Values>['failure']>(null);
  const errorWords = useErrorWords();
  const element = useRef<HTMLFormElement>(null);

  // After a refused attempt the first field that is wrong gets the focus.
  useEffect(() => {
    if (tried > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tried]);

  const wrong = (draft: Values): Errors<Values> => check?.(draft) ?? {};

  const set = (changes: Partial<Values>) => {
    const next = { ...values, ...changes };
    setValues(next);
    setFailure(null);
    const stillWrong = wrong(next);
    const touched = Object.keys(changes) as (keyof Values)[];
    setErrors((shown) => {
      const kept = Object.entries(shown).filter(([name]) => !touched.includes(name as keyof Values));
      const again = touched.filter((name) => shown[name]).map((name) => [name, stillWrong[name]] as const);
      return Object.fromEntries([...kept, ...again]) as Errors<Values>;
    });
  };

  const submit = async () => {
    if (saving) return;
    const found = wrong(values);
    setErrors(found);
    setFailure(null);
    if (Object.values(found).some(Boolean)) return setTried((times) => times + 1);
    setSaving(true);
    try {
      await save(values);
    } catch (error) {
      const words = errorWords(error);
      const field = refusalFields?.[refusalOf(error)?.reason ?? ''];
      if (field) setErrors({ [field]: words.text } as unknown as Errors<Values>);
      else setFailure(words);
      setTried((times) => times + 1);
    } finally {
      setSaving(false);
    }
  };

  return {
    values,
    dirty: JSON.stringify(values) !== JSON.stringify(start),
    saving,
    failure,
    set,
    setError: (name, error) => setErrors((shown) => ({ ...shown, [name]: error })),
    submit,
    element,
    field: (name) => ({
      name,
      value: values[name],
      error: errors[name],
      onChange: (next) => {
        set({ [name]: isChange(next) ? inputValue(next) : next } as Partial<Values>);
      },
    }),
  };
}
