import type { help } from '../../lib/words/en/help.ts';

export type HelpTopic = keyof (typeof help)['topic'];

/** The first that fits the address of a page explains it. */
const TOPICS: readonly (readonly [RegExp, HelpTopic])[] = [
  [/^\/till/, 'till'],
  [/^\/returns/, 'returns'],
  [/^\/members\/./, 'member'],
  [/^\/members/, 'members'],
  [/^\/products/, 'products'],
  [/^\/campaigns/, 'campaigns'],
  [/^\/automations/, 'automations'],
  [/^\/coupons/, 'coupons'],
  [/^\/promotions\/./, 'offer'],
  [/^\/promotions/, 'promotions'],
  [/^\/audiences\/./, 'audience'],
  [/^\/audiences/, 'audiences'],
  [/^\/messages/, 'messages'],
  [/^\/data-quality/, 'quality'],
  [/^\/value/, 'value'],
  [/^\/stock\/requests/, 'requests'],
  [/^\/stock\/count/, 'count'],
  [/^\/stock\/receive/, 'receive'],
  [/^\/stock/, 'stock'],
  [/^\/imports/, 'imports'],
  [/^\/audit/, 'audit'],
  [/^\/settings\/backups/, 'backups'],
  [/^\/settings/, 'settings'],
];

/** What explains this page; null for one that does not exist. */
export const helpTopicOf = (pathname: string): HelpTopic | null =>
  TOPICS.find(([page]) => page.test(pathname))?.[1] ?? null;
