import { TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, type RefObject, useId, useState } from 'react';
import { isComposing } from '../shortcuts/key-match.ts';
import classes from './Finder.module.css';

interface FinderProps<Found> {
  readonly label: string;
  readonly placeholder: string;
  readonly icon?: ReactNode;
  readonly input: RefObject<HTMLInputElement | null>;
  /** The first field of a dialog: it has the focus when the dialog opens. */
  readonly first?: boolean;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What the text may mean, best first. */
  readonly found: readonly Found[];
  /** What was found is still that of the text before. */
  readonly looking?: boolean;
  readonly foundLabel: string;
  readonly idOf: (found: Found) => string;
  readonly renderOption: (found: Found) => ReactNode;
  /** Said below the options: how many there are and how one is taken. */
  readonly hint?: ReactNode;
  /** Said below the field: nobody found, unknown code. */
  readonly note?: ReactNode;
  readonly onChoose: (found: Found) => void;
  /** Enter on a text with no option marked. `several` marks the first, so that a second Enter takes it. */
  readonly onEnter: (text: string) => Promise<'several' | 'settled'>;
  /** Keys while the field is empty, which then mean something else (arrows, + and −, Delete). */
  readonly onEmptyKey?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** A field that finds while one types: arrows mark, Enter takes, Esc clears. Keys of an input method are left to it. */
export function Finder<Found>(props: FinderProps<Found>) {
  const { text, found, input } = props;
  const [marked, setMarked] = useState(-1);
  const [focused, setFocused] = useState(false);
  const listId = useId();
  const opened = focused && text.trim() !== '' && found.length > 0;
  const active = opened ? Math.min(marked, found.length - 1) : -1;

  const type = (next: string) => {
    setMarked(-1);
    props.onText(next);
  };
  const choose = (index: number) => {
    const chosen = found[index];
    if (chosen === undefined) return;
    setMarked(-1);
    props.onChoose(chosen);
  };
  const mark = (step: number) =>
    setMarked((active + step + found.length + (active < 0 && step < 0 ? 1 : 0)) % found.length);
  const enter = async (typed: string) => {
    if (active >= 0) return choose(active);
    if (typed.trim() !== '' && (await props.onEnter(typed)) === 'several') setMarked(0);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.currentTarget.value === '') return props.onEmptyKey?.(event);
    const act = {
      Enter: () => void enter(event.currentTarget.value),
      Escape: () => type(''),
      ArrowDown: () => opened && mark(1),
      ArrowUp: () => opened && mark(-1),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <div className={classes.finder}>
      <TextInput
        ref={input}
        data-autofocus={props.first || undefined}
        role="combobox"
        aria-label={props.label}
        aria-expanded={opened}
        aria-controls={opened ? listId : undefined}
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        maxLength={64}
        className={classes.field}
        placeholder={props.placeholder}
        leftSection={props.icon}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      />
      {opened && (
        <div className={classes.options}>
          <div
            id={listId}
            role="listbox"
            aria-label={props.foundLabel}
            aria-busy={props.looking ?? false}
            className={classes.list}
          >
            {found.map((each, index) => (
              // The keys are the field's; a pointer press must not take the focus from it.
              // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and names the marked option.
              // biome-ignore lint/a11y/useKeyWithClickEvents: as above.
              <div
                key={props.idOf(each)}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === active}
                className={classes.option}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(index)}
              >
                {props.renderOption(each)}
              </div>
            ))}
          </div>
          {props.hint && <p className={classes.hint}>{props.hint}</p>}
        </div>
      )}
      <div role="status">{!opened && props.note}</div>
    </div>
  );
}
