import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { everybody, putPinHash, staffById } from '../../../db/staff/staff.queries.ts';
import type { StaffRow, staffContract } from '../../../shared/contract/staff.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { isSomebodyInCharge } from '../../../shared/staff/in-charge.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from './audit.ts';

type Save = Omit<z.output<typeof staffContract.save.input>, 'pin'> & { readonly pinHash: string | null };
type SaveOutcome = Outcome<StaffRow, Refusal<'pin-needed' | 'last-manager' | 'staff-unknown'>>;

const rowOf = ({ owner: _, version: __, ...row }: NonNullable<ReturnType<typeof staffById.get>>): StaffRow => row;

/**
 * Adds a colleague, or writes the next version of one. Somebody who may manage staff must remain, or nobody could ever
 * let anybody in again. The same again writes nothing.
 */
export function saveStaff(
  store: OpenStore,
  { pinHash, ...input }: Save,
  byId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): SaveOutcome {
  const { staffId, name, role, active } = input;
  const owner = store.facts.storeId as string;
  return perform<SaveOutcome>(store.db, nowMs, (act) => {
    const known = staffById.get(act.db, { staffId });
    if (known && known.owner !== owner) return refuse('staff-unknown');
    const hasPin = pinHash !== null || (known?.hasPin ?? false);
    if (!hasPin) return refuse('pin-needed');
    const others = everybody.all(act.db, {}).filter((each) => each.staffId !== staffId);
    if (!isSomebodyInCharge([...others, { staffId, role, active, hasPin }])) return refuse('last-manager');

    const fields = (['name', 'role', 'active'] as const).filter((field) => known?.[field] !== input[field]);
    if (fields.length > 0)
      act.record('staff', {
        id: staffId,
        owner,
        version: (known?.version ?? 0) + 1,
        storeId: store.facts.storeId,
        name,
        role,
        active,
      });
    // A new colleague's PIN belongs to the act; asked again it is the same, since the id is.
    if (pinHash !== null && !known) putPinHash.run(act.db, { staffId, pinHash });
    if (fields.length > 0)
      audit(
        act,
        { store, staffId: byId, ids },
        { action: known ? 'change-staff' : 'add-staff', subjectKind: 'staff', subjectId: staffId, fields },
      );
    return done(rowOf(staffById.get(act.db, { staffId }) as NonNullable<typeof known>));
  });
}

/** Sets another PIN and takes a lock away. The audit log keeps that it was set, never which. */
export function setPin(
  store: OpenStore,
  { staffId, pinHash }: { readonly staffId: Id<'staff'>; readonly pinHash: string },
  byId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): Outcome<null, Refusal<'staff-unknown'>> {
  return perform<Outcome<null, Refusal<'staff-unknown'>>>(store.db, nowMs, (act) => {
    if (!staffById.get(act.db, { staffId })) return refuse('staff-unknown');
    putPinHash.run(act.db, { staffId, pinHash });
    audit(
      act,
      { store, staffId: byId, ids },
      { action: 'set-pin', subjectKind: 'staff', subjectId: staffId, fields: ['pin'] },
    );
    return done(null);
  });
}

export const colleagues = (store: OpenStore): StaffRow[] => everybody.all(store.db, {}).map(rowOf);
