import { createContext, useContext, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { PAGE_LAYER, type Shortcut, type ShortcutGroup, shortcutRegistry } from './registry.ts';

export const LayerContext = createContext(PAGE_LAYER);

/**
 * Puts keys in force for as long as the calling component is mounted, under `title` in the list of shortcuts.
 * `run` may close over the latest state; it is always the last render's that is called. Layout effects: whoever sees
 * the screen can press its keys, however fast.
 */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[]): void {
  const layer = useContext(LayerContext);
  const [rank] = useState(() => shortcutRegistry.nextRank());
  const latest = useRef(shortcuts);
  useLayoutEffect(() => {
    latest.current = shortcuts;
  });
  // Registered anew only when something that is shown changes, not with every render's closures.
  const shown = JSON.stringify(shortcuts.map(({ keys, label, when, bar }) => ({ keys, label, when, bar })));
  useLayoutEffect(() => {
    const facts: readonly Omit<Shortcut, 'run'>[] = JSON.parse(shown);
    const registered = facts.map((fact, index) => ({ ...fact, run: () => latest.current[index]?.run() }));
    return shortcutRegistry.register(layer, rank, { title, shortcuts: registered });
  }, [layer, rank, title, shown]);
}

/** The shortcuts that can be pressed now, innermost first. */
export const useShortcutGroups = (): readonly ShortcutGroup[] =>
  useSyncExternalStore(shortcutRegistry.subscribe, shortcutRegistry.groups);
