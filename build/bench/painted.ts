import type { Page } from '@playwright/test';
import type { AppHost } from '../../electron/api/app-host.ts';
import { inBenchWindow } from './bench-window.ts';
import { type Figure, figureOf } from './measure.ts';

/** What a clerk types in one way of looking for a member; the last character is the key press that is timed. */
export interface Typing {
  readonly name: string;
  readonly texts: readonly string[];
}

/** Times from a key press in the member finder of the till to the painted list; null where no browser is found. */
export const benchPainted = (host: AppHost, typings: readonly Typing[]): Promise<Figure[] | null> =>
  inBenchWindow(host, async (page) => {
    const figures: Figure[] = [];
    for (const { name, texts } of typings) {
      const times: number[] = [];
      for (const text of texts) times.push(await timeToList(page, text));
      figures.push(
        figureOf({ name: `key to painted list: ${name}`, goal: { kind: 'p95', atMostMs: 50 } }, times.slice(2)),
      );
    }
    return figures;
  });

/** Milliseconds from the last key's event to the frame in which the list of matches for the whole text is painted. */
async function timeToList(page: Page, text: string): Promise<number> {
  await page.keyboard.press('F4');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(text.slice(0, -1));
  await page.waitForTimeout(150);
  // The handle is there before the key is pressed; what it holds comes when the list is painted.
  const watching = await page.evaluateHandle(() => {
    const input = document.activeElement as HTMLInputElement;
    let startMs = 0;
    let given = false;
    input.addEventListener('input', (event) => (startMs = event.timeStamp), { once: true, capture: true });
    const took = new Promise<number>((resolve) => {
      // The list is busy from the key's own event on until it shows what the text asks for.
      const watch = () => {
        const list = document.querySelector('[role=listbox]');
        if (startMs === 0 || list === null || list.getAttribute('aria-busy') === 'true') {
          if (!given) requestAnimationFrame(watch);
          return;
        }
        // A task behind the frame's callback runs when that frame is painted.
        const painted = new MessageChannel();
        painted.port1.addEventListener('message', () => resolve(performance.now() - startMs));
        painted.port1.start();
        painted.port2.postMessage(null);
      };
      requestAnimationFrame(watch);
      setTimeout(() => {
        given = true;
        resolve(Number.NaN);
      }, 3000);
    });
    return { took };
  });
  await page.keyboard.insertText(text.slice(-1));
  return watching.evaluate(({ took }) => took);
}
