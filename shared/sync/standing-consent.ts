/** What somebody said about a purpose, and which earlier word it answers. */
export interface ConsentWord {
  readonly id: string;
  readonly given: boolean;
  /** Text that sorts: stamp and store. */
  readonly rank: string;
  readonly supersedesId: string | null;
}

/**
 * The word that counts: of those that no other answers, a withdrawal before any consent, and of several alike the one
 * of the greatest rank. Two stores that answer the same word are concurrent, which no clock can tell; then no wins.
 */
export function standingConsent<W extends ConsentWord>(words: readonly W[]): W | null {
  const answered = new Set(words.map(({ supersedesId }) => supersedesId));
  const open = words.filter(({ id }) => !answered.has(id));
  return open.reduce<W | null>((best, word) => (best && !beats(word, best) ? best : word), null);
}

const beats = (word: ConsentWord, best: ConsentWord): boolean =>
  word.given === best.given ? word.rank > best.rank : !word.given;
