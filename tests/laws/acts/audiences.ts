import * as fc from 'fast-check';
import { audienceRows } from '../../../electron/features/audiences/audience-view.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { tryPutting, tryRemovingAudience, trySavingAudience } from '../../fixtures/put-audience.ts';
import type { Shop } from '../../fixtures/shop.ts';
import { act, done, nat, pick } from './act.ts';

const lists = ({ store }: Shop) => audienceRows(store, { offset: 0, limit: 200 }).rows;

export const makeAList = act('make a list', fc.constantFrom('老客', '会员日'), ({ shop }, name) => {
  const command = { audienceId: shop.ids<'audience'>(), basedOn: 0, name, terms: { kind: 'list' as const } };
  return {
    outcome: trySavingAudience(shop, command),
    again: () => trySavingAudience(shop, command),
    altered: [() => trySavingAudience(shop, { ...command, note: 'another' })],
  };
});

export const putIntoAList = act(
  'put somebody into a list, or take them out',
  fc.record({ which: nat, who: nat, isIn: fc.boolean() }),
  ({ shop, members }, { which, who, isIn }) => {
    const list = pick(lists(shop), which);
    const memberId = pick(members, who);
    if (!list || !memberId) return done;
    const entryId = shop.ids<'audience-entry'>();
    const put = (member: Id<'member'>) => tryPutting(shop, list.audienceId, member, isIn, entryId);
    return { outcome: put(memberId), again: () => put(memberId) };
  },
);

export const removeAList = act('remove a list', nat, ({ shop }, which) => {
  const list = pick(lists(shop), which);
  return list ? { outcome: tryRemovingAudience(shop, list.audienceId) } : done;
});
