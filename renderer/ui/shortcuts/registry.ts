import { firesInFields, isComposing, isField, isInOpenDropdown, matches } from './key-match.ts';

/** What one key does on a screen. */
export interface Shortcut {
  /** `F2`, `Escape`, `?`, `Ctrl+K`; see `matches`. */
  readonly keys: string;
  /** What it does, in the user's language: shown in the list of shortcuts and in the key bar. */
  readonly label: string;
  readonly run: () => void;
  /** False while it would do nothing: it then neither fires nor shows. */
  readonly when?: boolean;
  /** Shown in the key bar. */
  readonly bar?: boolean;
}

export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

interface Entry extends ShortcutGroup {
  readonly layer: string;
  /** Rank of the component that registered: inner components render after outer ones, later ones after earlier. */
  readonly rank: number;
}

export const PAGE_LAYER = 'page';

/**
 * Every shortcut that is in force. A dialog is a layer of its own: while it is open only its keys fire. Within a layer
 * the innermost, latest registration of a key wins.
 */
export class ShortcutRegistry {
  readonly #entries = new Set<Entry>();
  readonly #listeners = new Set<() => void>();
  #layers: readonly string[] = [PAGE_LAYER];
  #ranks = 0;
  #groups: readonly ShortcutGroup[] = [];

  nextRank(): number {
    return this.#ranks++;
  }

  register(layer: string, rank: number, group: ShortcutGroup): () => void {
    const entry: Entry = { ...group, layer, rank };
    this.#entries.add(entry);
    this.#changed();
    return () => {
      this.#entries.delete(entry);
      this.#changed();
    };
  }

  openLayer(layer: string): () => void {
    this.#layers = [...this.#layers, layer];
    this.#changed();
    return () => {
      this.#layers = this.#layers.filter((open) => open !== layer);
      this.#changed();
    };
  }

  /** Runs what this press is for, if anything, and says whether it did. */
  handle(event: KeyboardEvent): boolean {
    if (event.defaultPrevented || event.repeat || isComposing(event)) return false;
    const inField = isField(event.target);
    const shortcut = this.#inForce()
      .flatMap((entry) => entry.shortcuts)
      .find((each) => each.when !== false && matches(each.keys, event) && (!inField || firesInFields(each.keys)));
    if (!shortcut) return false;
    event.preventDefault();
    shortcut.run();
    return true;
  }

  /** Listens to a window until the returned function is called. */
  attach(target: Window): () => void {
    // By the time the event has bubbled up, the drop-down that it closes is gone: look before.
    const dropdownEvents = new WeakSet<Event>();
    const onCapture = (event: KeyboardEvent) => {
      if (isInOpenDropdown(event.target)) dropdownEvents.add(event);
      // Before the element that has the focus: a closed drop-down takes Enter, also with Ctrl, for its own.
      else if ((event.ctrlKey || event.metaKey) && this.handle(event)) event.stopPropagation();
    };
    const onBubble = (event: KeyboardEvent) => {
      // No drop-down knows an F-key: it is the page's.
      if (!dropdownEvents.has(event) || /^F\d+$/.test(event.key)) this.handle(event);
    };
    target.addEventListener('keydown', onCapture, { capture: true });
    target.addEventListener('keydown', onBubble);
    return () => {
      target.removeEventListener('keydown', onCapture, { capture: true });
      target.removeEventListener('keydown', onBubble);
    };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What can be pressed now, innermost first. The same array until something changes. */
  groups = (): readonly ShortcutGroup[] => this.#groups;

  #inForce(): Entry[] {
    const top = this.#layers.at(-1);
    return [...this.#entries].filter((entry) => entry.layer === top).toSorted((a, b) => b.rank - a.rank);
  }

  #changed(): void {
    this.#groups = this.#inForce()
      .map(({ title, shortcuts }) => ({ title, shortcuts: shortcuts.filter((each) => each.when !== false) }))
      .filter((group) => group.shortcuts.length > 0);
    for (const listener of this.#listeners) listener();
  }
}

export const shortcutRegistry = new ShortcutRegistry();
