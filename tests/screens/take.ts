import path from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../build/steps/run-program.ts';

/** Keeps a picture of the page in docs/screens, as it looks when nothing moves and no field has the caret. */
export async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({
    path: path.join(root, 'docs/screens', `${name}.png`),
    animations: 'disabled',
    caret: 'hide',
  });
}
