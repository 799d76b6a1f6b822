import { z } from 'zod';

/** Printable and without a space: what a scanner is made to send before or after a code. */
const affix = z.string().regex(/^[\x21-\x7e]{1,8}$/);

/**
 * How a till tells its scanner's keys from fingers. A prefix of Enter or Tab cannot be told from a person's own Enter
 * before it has done its work, so a prefix is text; an empty one is none.
 */
export const scannerTerms = z.object({
  /** Keys at most so many milliseconds apart come from the scanner. */
  gapMs: z.int().min(10).max(150),
  prefix: z.union([z.literal(''), affix]),
  suffix: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    z.object({ kind: z.literal('Enter') }),
    z.object({ kind: z.literal('Tab') }),
    z.object({ kind: z.literal('text'), text: affix }),
  ]),
});
export type ScannerTerms = z.infer<typeof scannerTerms>;

/** As scanners leave the factory. */
export const USUAL_SCANNER: ScannerTerms = { gapMs: 35, prefix: '', suffix: { kind: 'Enter' } };
