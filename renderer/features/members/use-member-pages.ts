import { useInfiniteQuery } from '@tanstack/react-query';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPCClient } from '../../lib/api.ts';

const PAGE_ROWS = 50;

/** Shaped as tRPC's own keys are, so that a change of this member refreshes it too. */
const keyOf = (noun: string, act: string, memberId: Id<'member'>) =>
  [[noun, act], { input: { memberId }, type: 'infinite' }] as const;

/** A member's purchases, newest first, further back page by page; one answer for every tab that shows them. */
export function useMemberPurchases(memberId: Id<'member'>) {
  const api = useTRPCClient();
  return useInfiniteQuery({
    queryKey: keyOf('purchases', 'ofMember', memberId),
    queryFn: ({ pageParam, signal }) =>
      api.purchases.ofMember.query({ memberId, before: pageParam, limit: PAGE_ROWS }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.length < PAGE_ROWS ? undefined : page.at(-1)?.at),
    select: ({ pages }) => pages.flat(),
  });
}

/** The ledger of a member's points, act by act, newest first, further back page by page. */
export function useMemberLedger(memberId: Id<'member'>) {
  const api = useTRPCClient();
  return useInfiniteQuery({
    queryKey: keyOf('points', 'ledger', memberId),
    queryFn: ({ pageParam, signal }) =>
      api.points.ledger.query({ memberId, before: pageParam, limit: PAGE_ROWS }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap(({ acts }) => acts),
  });
}

/** Everything that happened with a member, newest first, further back page by page. */
export function useMemberTimeline(memberId: Id<'member'>) {
  const api = useTRPCClient();
  return useInfiniteQuery({
    queryKey: keyOf('members', 'timeline', memberId),
    queryFn: ({ pageParam, signal }) =>
      api.members.timeline.query({ memberId, before: pageParam, limit: PAGE_ROWS }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap(({ events }) => events),
  });
}
