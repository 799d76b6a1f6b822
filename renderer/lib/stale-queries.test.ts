import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { refreshTopic } from './stale-queries.ts';

const KEYS = {
  mei: [['members', 'card'], { input: { memberId: 'mei' }, type: 'query' }],
  bo: [['members', 'card'], { input: { memberId: 'bo' }, type: 'query' }],
  list: [['members', 'list'], { input: { q: '' }, type: 'query' }],
  points: [['points', 'ofMember'], { input: { memberId: 'mei' }, type: 'query' }],
  products: [['products', 'list'], { input: {}, type: 'query' }],
  status: [['app', 'status'], { type: 'query' }],
};

async function staleAfter(topic: string): Promise<string[]> {
  const queries = new QueryClient();
  for (const key of Object.values(KEYS)) queries.setQueryData(key, 1);
  refreshTopic(queries, topic);
  return Object.entries(KEYS)
    .filter(([, key]) => queries.getQueryState(key)?.isInvalidated)
    .map(([name]) => name);
}

it('refreshes a member and every list when that member changed, but no other member', async () => {
  expect(await staleAfter('member:mei')).toEqual(['mei', 'list', 'points']);
});

it('refreshes what shows a member’s points', async () => {
  expect(await staleAfter('points:mei')).toEqual(['mei', 'list', 'points']);
});

it('refreshes everything of a noun when no one thing is named', async () => {
  expect(await staleAfter('products')).toEqual(['products']);
});

it('refreshes everything for a topic that it does not know', async () => {
  expect(await staleAfter('weather')).toEqual(Object.keys(KEYS));
});
