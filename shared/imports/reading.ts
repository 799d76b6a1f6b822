import { z } from 'zod';

/** Encodings that a file may be read in; found by itself, and chosen where that was wrong. */
export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const DELIMITERS = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How a file becomes rows of cells. The first row is the header. */
export const readingSchema = z.discriminatedUnion('format', [
  z.object({ format: z.literal('csv'), encoding: z.enum(ENCODINGS), delimiter: z.enum(DELIMITERS) }),
  z.object({ format: z.literal('xlsx'), sheet: z.string().max(64) }),
]);
export type Reading = z.infer<typeof readingSchema>;

/** The largest files that are taken. */
export const MOST_BYTES = { csv: 200 * 1024 * 1024, xlsx: 50 * 1024 * 1024 } as const;
export type FileFormat = keyof typeof MOST_BYTES;

/** What a file is by its name; null for one that cannot be imported. `.xls` is Excel's format of before 2007. */
export function formatByName(fileName: string): FileFormat | 'xls' | null {
  const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase();
  if (ending === 'csv' || ending === 'tsv' || ending === 'txt') return 'csv';
  if (ending === 'xlsx' || ending === 'xls') return ending;
  return null;
}

/** Why a file cannot be read at all. */
export const FILE_REFUSALS = [
  'file-empty',
  'file-not-text',
  'old-workbook',
  'workbook-unreadable',
  'workbook-too-large',
  'workbook-strange',
  'sheet-unknown',
  'header-missing',
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];
