import { useEffect } from 'react';
import type { Id } from '../../shared/kernel/id.ts';
import { recall, remember } from './remembered.ts';

/** What was typed of one thing and not saved yet. `basedOn` is the version that the form began with, 0 for a new one. */
interface Kept<Noun extends string> {
  readonly id: Id<Noun>;
  readonly basedOn: number;
}

/** Nobody writes more at once; the oldest gives way. */
const MOST_KEPT = 8;

/**
 * The drafts of a form, kept under `name`: they outlive leaving the page and starting the program again. `shape` counts
 * the shapes that they had; those of another are of no use.
 */
export function keptDrafts<Noun extends string, Draft extends Kept<Noun>>(name: string, shape: number) {
  const all = (): readonly Draft[] => {
    try {
      const kept: unknown = JSON.parse(recall(name) ?? 'null');
      const isOurs = typeof kept === 'object' && kept !== null && 'shape' in kept && kept.shape === shape;
      return isOurs && 'drafts' in kept ? (kept.drafts as Draft[]) : [];
    } catch {
      return [];
    }
  };
  const keepAll = (drafts: readonly Draft[]) => remember(name, JSON.stringify({ shape, drafts }));
  const forget = (id: Id<Noun>) => keepAll(all().filter((kept) => kept.id !== id));
  return {
    of: (id: Id<Noun>): Draft | null => all().find((kept) => kept.id === id) ?? null,
    forget,
    /** The id of what was begun new and not saved, or null. */
    unsaved: (): Id<Noun> | null => all().find(({ basedOn }) => basedOn === 0)?.id ?? null,
    /** Keeps what is typed while it differs from what is saved. */
    useKeep(draft: Draft, isDirty: boolean): void {
      const text = JSON.stringify(draft);
      useEffect(() => {
        const current = JSON.parse(text) as Draft;
        if (!isDirty) return forget(current.id);
        keepAll([current, ...all().filter(({ id }) => id !== current.id)].slice(0, MOST_KEPT));
      }, [text, isDirty]);
    },
  };
}
