import type { IdSource } from '../../../shared/kernel/id.ts';
import type { Clock } from '../../../shared/kernel/instant.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from './audit.ts';
import { checkPin, type PinClaim } from './check-pin.ts';

/** Signs in by PIN. The audit log keeps who came in, and at whose tile a wrong PIN was tried. */
export const signIn = (store: OpenStore, claim: PinClaim, clock: Clock, ids: IdSource) =>
  checkPin(store, claim, clock, (act, { staffId }, isRight) =>
    audit(
      act,
      { store, staffId: isRight ? staffId : null, ids },
      { action: isRight ? 'sign-in' : 'sign-in-refused', subjectKind: 'staff', subjectId: staffId, fields: [] },
    ),
  );
