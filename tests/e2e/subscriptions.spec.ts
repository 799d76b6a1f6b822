import type { Bridge } from '../../shared/contract/bridge.ts';
import { expect, test } from './app-fixture.ts';

const overIpc = () =>
  new Promise<string>((resolve) => {
    const { onEvent, subscribe } = (window as unknown as { regulars: Bridge }).regulars;
    onEvent((id, envelope) => {
      if (id === 77) resolve('result' in envelope ? (envelope.result.type ?? 'data') : 'error');
    });
    subscribe({ id: 77, type: 'subscription', path: 'changes', input: undefined });
  });

const overHttp = () =>
  new Promise<string>((resolve) => {
    const events = new EventSource('/trpc/changes');
    events.addEventListener('connected', () => resolve('started'));
    events.addEventListener('error', () => resolve('error'));
  });

test.use({ store: 'none' });

test('a window can follow what changes', async ({ app, page }) => {
  expect(await page.evaluate(app.host === 'electron' ? overIpc : overHttp)).toBe('started');
});
