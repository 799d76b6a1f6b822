import { z } from 'zod';

/** Money in the currency's minor unit (fen, penny). Ten thousand million yuan is beyond any till. */
export const minor = z.int().min(-1_000_000_000_000).max(1_000_000_000_000);
export const nonNegativeMinor = minor.min(0);
export const points = z.int().min(0).max(1_000_000_000);
/** What many acts add up to in an answer: no single act's limit holds for it. */
export const sumMinor = z.int();
export const sumPoints = z.int().min(0);
/** A quantity in thousandths of its unit: 1500 is 1.5 kg, 2000 two pieces. */
export const quantityThousandths = z.int().min(1).max(1_000_000_000);
export const instantMs = z.int();
/** The stamp of a fact (see shared/sync/hlc.ts): where a list goes on, newest first. */
export const stamp = z.string().regex(/^[0-9a-f]{12}-[0-9a-f]{4}$/);
export const dateText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Words a person typed: control characters and halves of characters are refused, the ends trimmed. */
export const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^\P{Cc}*$/u, 'control-characters')
    .refine((text) => text.isWellFormed(), 'half-characters');
export const someWords = (max: number) => words(max).min(1);

/** Something to choose in a filter, with the name that it has in this store. */
export const choice = z.object({ value: z.string(), words: z.string() });
