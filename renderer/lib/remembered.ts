/**
 * A choice of this window's user (language, theme, a collapsed menu), kept in localStorage. Storage may be denied or
 * full; the choice then lasts until the window closes.
 */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`regulars.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`regulars.${name}`, value);
  } catch {
    // Nothing depends on it.
  }
}
