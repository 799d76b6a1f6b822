/** A header without what varies: width, case, spaces, punctuation and what stands in brackets behind it. */
export const foldedHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[(（[【].*$/, '')
    .replace(/[\s_\-./:*#'"“”]+/g, '');
