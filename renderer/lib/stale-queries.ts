import type { Query, QueryClient } from '@tanstack/react-query';

/** Which parts of the API read what a topic is about. A topic without a row here refreshes everything. */
const READ_BY: Record<string, readonly string[]> = {
  members: ['members', 'bulk', 'tiers', 'audiences'],
  member: ['members', 'bulk', 'audiences', 'points', 'purchases', 'duplicates', 'quality', 'tiers', 'analysis'],
  // What the fields are called and offer; the values stay.
  'member-fields': ['memberFields'],
  duplicates: ['duplicates', 'quality'],
  scan: ['quality'],
  points: ['points', 'members', 'purchases', 'audiences'],
  purchases: ['purchases', 'members', 'stock', 'offers', 'campaigns', 'coupons', 'audiences', 'analysis'],
  stock: ['stock', 'requests'],
  requests: ['requests'],
  'held-baskets': ['purchases'],
  shifts: ['shifts'],
  products: ['products', 'bulk', 'purchases', 'stock'],
  product: ['products', 'purchases', 'stock'],
  imports: ['imports'],
  // An export changes nothing but the log.
  exports: [],
  staff: ['staff'],
  store: ['app', 'backups'],
  backups: ['backups'],
  programme: ['programme', 'purchases', 'tiers'],
  audiences: ['audiences', 'members', 'bulk', 'offers', 'purchases'],
  // What went out stands on the member's timeline.
  messages: ['messages', 'members'],
  campaigns: ['campaigns', 'messages'],
  // What one gave stands on the member's timeline.
  automations: ['automations', 'members', 'audiences'],
  offers: ['offers', 'coupons', 'purchases', 'audiences'],
  coupons: ['coupons', 'offers', 'purchases'],
  // The fifths that members can be asked for are cut anew.
  analysis: ['analysis', 'members', 'audiences'],
  'api-keys': ['apiKeys'],
  'pos-api': ['apiKeys'],
  nightly: ['nightly'],
  headquarters: ['headquarters'],
  tills: ['tills'],
};

/** tRPC keys are `[[noun, act], {input, type}]`. */
const nounOf = (query: Query): string | undefined => (query.queryKey[0] as readonly string[] | undefined)?.[0];

/** Lists and searches show anybody, so they go stale with anyone; a query for one thing only with that thing. */
const concerns = (query: Query, id: string): boolean => {
  const asked = query.queryKey[1];
  const text = JSON.stringify(asked ?? null);
  return text.includes(id) || !/"(memberId|purchaseId|productId)"/.test(text);
};

/** Nearly every act leaves an entry in the log, and hardly anybody looks at it. */
const LOG = 'audit';

/** Marks what a topic (`members`, `member:<id>`, `points:<id>`) concerns as stale; what is on screen is asked again. */
export function refreshTopic(queries: QueryClient, topic: string): void {
  const [noun = '', id] = topic.split(':', 2);
  const readBy = READ_BY[noun];
  void queries.invalidateQueries({
    predicate: (query) => {
      const asked = nounOf(query) ?? '';
      return !readBy || asked === LOG || (readBy.includes(asked) && (!id || concerns(query, id)));
    },
  });
}
