import type { TFunction } from 'i18next';
import { type ScannerTerms, scannerTerms } from '../../../../shared/tills/scanner-terms.ts';

export const SUFFIXES = ['Enter', 'Tab', 'none', 'text'] as const;

/** What the scanner's form holds: numbers as typed. */
export interface ScannerDraft {
  readonly gapMs: string;
  readonly prefix: string;
  readonly suffix: (typeof SUFFIXES)[number];
  readonly suffixText: string;
}

export const scannerDraft = ({ gapMs, prefix, suffix }: ScannerTerms): ScannerDraft => ({
  gapMs: String(gapMs),
  prefix,
  suffix: suffix.kind,
  suffixText: suffix.kind === 'text' ? suffix.text : '',
});

/** The draft as it is saved; its problems are those of the contract. */
const parsed = ({ gapMs, prefix, suffix, suffixText }: ScannerDraft) =>
  scannerTerms.safeParse({
    gapMs: Number(gapMs.trim() || Number.NaN),
    prefix: prefix.trim(),
    suffix: suffix === 'text' ? { kind: suffix, text: suffixText.trim() } : { kind: suffix },
  });

export const termsOf = (draft: ScannerDraft): ScannerTerms | null => parsed(draft).data ?? null;

/** What is wrong with a draft, at its fields. */
export function checkScanner(draft: ScannerDraft, t: TFunction) {
  const wrong = new Set(parsed(draft).error?.issues.map(({ path }) => path[0]));
  return {
    gapMs: wrong.has('gapMs') ? t('scanner.gapBad') : undefined,
    prefix: wrong.has('prefix') ? t('scanner.affixBad') : undefined,
    suffixText: wrong.has('suffix') ? t('scanner.affixBad') : undefined,
  };
}
