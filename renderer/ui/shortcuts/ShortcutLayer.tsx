import { type ReactNode, useId, useLayoutEffect } from 'react';
import { shortcutRegistry } from './registry.ts';
import { LayerContext } from './use-shortcuts.ts';

/**
 * While mounted, only the shortcuts registered inside it fire. Every dialog has one. A layout effect: with the dialog
 * out of sight the page's keys are back, and a key pressed at once is not lost.
 */
export function ShortcutLayer({ children }: { readonly children: ReactNode }) {
  const layer = useId();
  useLayoutEffect(() => shortcutRegistry.openLayer(layer), [layer]);
  return <LayerContext value={layer}>{children}</LayerContext>;
}
