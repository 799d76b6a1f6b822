/** How often a person can follow a number that changes. */
const EVERY_MS = 100;

/** One line of a terminal that is written over and over. Where there is no terminal, it says nothing. */
export function progressLine(terminal: NodeJS.WriteStream): { show(text: string): void; clear(): void } {
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    show(text) {
      const now = performance.now();
      if (!terminal.isTTY || now - shownAt < EVERY_MS) return;
      shownAt = now;
      terminal.write(`\r\u001B[2K${text}`);
    },
    clear() {
      if (terminal.isTTY) terminal.write('\r\u001B[2K');
    },
  };
}
