import type { SpotlightStore } from '@mantine/spotlight';

/**
 * Marks the first entry of an open palette, as Spotlight itself does after each key; it does not when entries arrive
 * later, and does not export the means, so this follows its markup: `data-action`, `data-selected`.
 */
export function markFirst(store: SpotlightStore): void {
  const { opened, listId } = store.getState();
  const list = opened ? document.getElementById(listId) : null;
  if (!list) return;
  list.querySelector('[data-selected]')?.removeAttribute('data-selected');
  list.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  store.updateState((state) => ({ ...state, selected: 0 }));
}
