import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import type { Clock } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { mayDo, type Right } from '../../../shared/staff/rights.ts';
import type { Client } from '../../api/client.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { lend } from './approvals.ts';
import { audit } from './audit.ts';
import { checkPin, type PinClaim } from './check-pin.ts';

type Approved = Outcome<
  { readonly approvalId: Id<'approval'> },
  Refusal<'wrong-pin' | 'locked-out' | 'staff-unknown' | 'right-missing'>
>;

/**
 * A colleague lends a right to whoever is signed in at this window. The audit log keeps who lent what to whom, and who
 * was at the till when it was tried in vain.
 */
export async function approve(
  store: OpenStore,
  client: Client,
  { right, ...claim }: PinClaim & { readonly right: Right },
  clock: Clock,
  ids: IdSource,
): Promise<Approved> {
  const askerId = client.staff?.staffId ?? null;
  const checked = await checkPin(store, claim, clock, (act, { staffId, role }, isRight) => {
    const lent = isRight && mayDo(role, right);
    audit(
      act,
      { store, staffId: lent ? staffId : askerId, ids },
      {
        action: lent ? 'approve' : 'approve-refused',
        subjectKind: 'staff',
        subjectId: lent && askerId ? askerId : staffId,
        fields: [right],
      },
    );
  });
  if (!checked.ok) return checked;
  const { staffId, role } = checked.value;
  if (!mayDo(role, right)) return refuse('right-missing');
  const approvalId = ids<'approval'>();
  lend(client, approvalId, staffId, right, clock());
  return done({ approvalId });
}
