/** The part of a key press that matters; a KeyboardEvent has it. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/** True while an input method is composing: such a key belongs to it, also the Enter that picks a word. */
export const isComposing = (press: Pick<KeyPress, 'isComposing' | 'keyCode'>): boolean =>
  press.isComposing || press.keyCode === 229;

/** The keys of a combination: `Ctrl+K` is Ctrl and K, `+` itself is one. */
export const keysOf = (keys: string): string[] => keys.split(/\+(?=.)/);

/**
 * Whether a press is the combination `keys`: `F2`, `Escape`, `?`, `Ctrl+K`, `Alt+ArrowUp`. Ctrl also means Cmd.
 * Shift counts only for named keys and letters, since `?` needs it on one keyboard and not on another.
 */
export function matches(keys: string, press: KeyPress): boolean {
  const parts = keysOf(keys);
  const key = parts.at(-1) ?? '';
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier);
  if (press.key.toLowerCase() !== key.toLowerCase()) return false;
  if ((press.ctrlKey || press.metaKey) !== wants('Ctrl') || press.altKey !== wants('Alt')) return false;
  const isSign = key.length === 1 && !/[a-z]/i.test(key);
  return isSign || press.shiftKey === wants('Shift');
}

/** Keys that mean the same while a field has the focus; all others are typing there. */
export const firesInFields = (keys: string): boolean =>
  /^(Shift\+)?F\d+$/.test(keys) || keys === 'Escape' || keys.startsWith('Ctrl+') || keys.startsWith('Alt+');

const isElement = (target: EventTarget | null): target is HTMLElement => target instanceof HTMLElement;

export const isField = (target: EventTarget | null): boolean =>
  isElement(target) && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName) || isTextInput(target));

const isTextInput = (target: HTMLElement): boolean =>
  target instanceof HTMLInputElement && !/^(button|submit|checkbox|radio|reset)$/.test(target.type);

/** Whether an open menu or drop-down has the focus: Esc and arrows are its own. */
export const isInOpenDropdown = (target: EventTarget | null): boolean =>
  isElement(target) &&
  target.closest('[role="menu"], [role="listbox"], [aria-haspopup][aria-expanded="true"]') !== null;
