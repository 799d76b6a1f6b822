import { tiersContract } from '../../../shared/contract/tiers.contract.ts';
import { done, refuse } from '../../../shared/kernel/outcome.ts';
import { router, serveQuery } from '../../api/serve.ts';
import { tierOfMember } from './tier-of-member.ts';

export const tiersRouter = router({
  ofMember: serveQuery(tiersContract.ofMember, ({ store, clock }, { memberId }) => {
    const tier = tierOfMember(store, memberId, clock());
    return tier ? done(tier) : refuse('member-unknown');
  }),
});
