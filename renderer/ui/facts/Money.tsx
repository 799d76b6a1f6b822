import { useFormat } from '../../lib/use-format.ts';

/** Minor units as money in the store's currency; red where it is a loss. */
export function Money({ minor, loss = false }: { readonly minor: number; readonly loss?: boolean }) {
  const format = useFormat();
  return <span style={loss && minor < 0 ? { color: 'var(--danger)' } : undefined}>{format.money(minor)}</span>;
}
