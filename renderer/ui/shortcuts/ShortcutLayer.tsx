import { type ReactNode, useEffect, useId } from 'react';
import { shortcutRegistry } from './registry.ts';
import { LayerContext } from './use-shortcuts.ts';

/** While mounted, only the shortcuts registered inside it fire. Every dialog has one. */
export function ShortcutLayer({ children }: { readonly children: ReactNode }) {
  const layer = useId();
  useEffect(() => shortcutRegistry.openLayer(layer), [layer]);
  return <LayerContext value={layer}>{children}</LayerContext>;
}
