import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, type RenderResult, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import type { StoreFacts } from '../../shared/contract/app.contract.ts';
import { type Language, startI18n } from '../lib/i18n.ts';
import { StoreFactsContext } from '../lib/store-facts.ts';
import { shortcutRegistry } from './shortcuts/registry.ts';
import { theme } from './theme.ts';

const store = {
  storeId: 'S01',
  storeName: 'Tea',
  storeCode: 'S01',
  tillCode: '1',
  currency: 'CNY',
  zone: 'Asia/Shanghai',
} as StoreFacts;

/** Call at the top of a test file: words, shortcuts, and what jsdom lacks (layout, media queries). */
export function prepareUi(language: Language = 'en', { listHeightPx = 396 } = {}): void {
  let detach: (() => void) | null = null;
  beforeAll(async () => {
    vi.stubGlobal('matchMedia', (query: string) => ({
      matches: false,
      media: query,
      addEventListener: () => {},
      removeEventListener: () => {},
    }));
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe() {}
        unobserve() {}
        disconnect() {}
      },
    );
    for (const side of ['clientHeight', 'offsetHeight'] as const) {
      Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => listHeightPx });
    }
    for (const side of ['clientWidth', 'offsetWidth'] as const) {
      Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => 1000 });
    }
    await startI18n(language);
    detach = shortcutRegistry.attach(window);
  });
  afterEach(cleanup);
  afterAll(() => detach?.());
}

/** Renders inside the providers that screens rely on, in a store that sells in yuan. */
export function renderUi(node: ReactNode): RenderResult {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } });
  return render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={queries}>
        <StoreFactsContext value={store}>{node}</StoreFactsContext>
      </QueryClientProvider>
    </MantineProvider>,
  );
}
