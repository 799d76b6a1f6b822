import { type Read, read, wrong } from './fault.ts';

const CONTROL = /\p{Cc}/u;
/** What a decoder puts in place of bytes that mean nothing in its encoding. */
const UNDECODED = '\uFFFD';

/**
 * A cell as its text: ends trimmed (also of ideographic and no-break spaces), line breaks inside turned into spaces,
 * `="0571"` and a leading apostrophe, by which Excel keeps digits as they are, taken off.
 * Refuses formulas, control characters and what was read in the wrong encoding.
 */
export function cleanCell(raw: string): Read<string> {
  let text = raw.trim();
  if (text === '') return read('');
  const kept = text.charCodeAt(0) === 61 ? /^="(.*)"$/s.exec(text) : null;
  if (kept) text = (kept[1] ?? '').replaceAll('""', '"').trim();
  else if (text.charCodeAt(0) === 61) return wrong('formula');
  if (text.charCodeAt(0) === 39) text = text.slice(1);
  if (CONTROL.test(text)) {
    text = text.replace(/\s+/g, ' ').trim();
    if (CONTROL.test(text)) return wrong('control-characters');
  }
  if (text.includes(UNDECODED)) return wrong('wrong-encoding');
  return read(text);
}
