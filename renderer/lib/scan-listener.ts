import type { ScannerTerms } from '../../shared/tills/scanner-terms.ts';
import { NO_BURST, type ScanPress, scanEnd, scanStep } from './scanner.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** A field as it was before the first key of a burst. */
interface Before {
  readonly field: Field;
  readonly value: string;
  readonly start: number | null;
  readonly end: number | null;
}

const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !/^(button|submit|checkbox|radio|reset)$/.test(target.type));

/** A PIN typed fast is still a PIN. */
const isSecret = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type === 'password';

/** Sets a value as typing would: past React's record of it, so that its change handlers hear of it. */
function setValue(field: Field, value: string): void {
  const type = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(type.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function insert(field: Field, text: string): void {
  const { value, selectionStart, selectionEnd } = field;
  const at = selectionStart ?? value.length;
  setValue(field, value.slice(0, at) + text + value.slice(selectionEnd ?? value.length));
  if (selectionStart !== null) field.setSelectionRange(at + text.length, at + text.length);
}

/**
 * Listens for scans on a window, wherever its focus is, until the returned function is called. Keys of a scan reach
 * neither fields nor shortcuts; keys that turn out to be typing arrive where they were meant, a moment later.
 */
export function listenForScans(target: Window, terms: () => ScannerTerms, onScan: (code: string) => void): () => void {
  let state = NO_BURST;
  let before: Before | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const replayed = new WeakSet<Event>();

  /** Presses the keys that were kept back where the focus is now; a field types them unless something else takes them. */
  const put = (keys: string) => {
    for (const key of keys) {
      const focused = document.activeElement ?? document.body;
      const press = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      replayed.add(press);
      if (focused.dispatchEvent(press) && isField(focused)) insert(focused, key);
    }
  };

  const takeBack = () => {
    if (!before || before.field.value === before.value) return;
    setValue(before.field, before.value);
    if (before.start !== null) before.field.setSelectionRange(before.start, before.end);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (replayed.has(event) || isSecret(event.target)) return;
    const inField = isField(event.target);
    const composing = event.isComposing || event.keyCode === 229;
    const press: ScanPress = {
      key: event.key,
      atMs: event.timeStamp,
      inField,
      byHand: composing || event.repeat || event.ctrlKey || event.altKey || event.metaKey,
    };
    clearTimeout(timer);
    settle(press.atMs);
    const [next, verdict] = scanStep(state, press, terms());
    state = next;
    if (verdict.kind === 'begin' || verdict.kind === 'pass') put(verdict.release);
    if (verdict.kind === 'begin') before = inField ? snapshot(event.target as Field) : null;
    if (verdict.kind === 'hold' || verdict.kind === 'scan' || (verdict.kind === 'begin' && !inField)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (verdict.kind === 'scan') scanned(verdict.code);
    if (state.held !== '') timer = setTimeout(() => settle(Number.POSITIVE_INFINITY), 2 * terms().gapMs);
  };

  const scanned = (code: string) => {
    takeBack();
    onScan(code);
  };

  /** Ends the burst that nothing followed, as a scan or as typing. */
  const settle = (atMs: number) => {
    const end = scanEnd(state, atMs, terms());
    if (!end) return;
    state = NO_BURST;
    if (end.kind === 'scan') scanned(end.code);
    else put(end.release);
  };

  target.addEventListener('keydown', onKeyDown, { capture: true });
  return () => {
    clearTimeout(timer);
    target.removeEventListener('keydown', onKeyDown, { capture: true });
  };
}

const snapshot = (field: Field): Before => ({
  field,
  value: field.value,
  start: field.selectionStart,
  end: field.selectionEnd,
});
