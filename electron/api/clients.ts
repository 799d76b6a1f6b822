import { staffById } from '../../db/staff/staff.queries.ts';
import type { StaffChoice } from '../../shared/contract/staff.contract.ts';
import type { Id } from '../../shared/kernel/id.ts';
import type { Client } from './client.ts';
import type { OpenStore } from './open-store.ts';

/** The windows that talk to the program, each with whoever is signed in there. */
export function makeClients() {
  const clients = new Map<string, Client>();
  return {
    /** The client of this key, made at the first call. */
    of(key: string): Client {
      const known = clients.get(key);
      if (known) return known;
      const made: Client = { key, staff: null, approvals: new Map() };
      clients.set(key, made);
      return made;
    },
    forget: (key: string) => void clients.delete(key),
    signAllOut() {
      for (const client of clients.values()) client.staff = null;
    },
    /** Whoever works in this store too stays signed in, as what they are there; nobody's approval goes on. */
    keepThoseOf(store: OpenStore | null) {
      for (const client of clients.values()) {
        const known = store && client.staff && staffById.get(store.db, { staffId: client.staff.staffId });
        client.staff = known?.active ? { staffId: known.staffId, name: known.name, role: known.role } : null;
        client.approvals.clear();
      }
    },
    /** A colleague's role changed, or somebody left (null): at every window at once, and what they approved is void. */
    staffChanged(staffId: Id<'staff'>, now: StaffChoice | null) {
      for (const client of clients.values()) {
        if (client.staff?.staffId === staffId) client.staff = now;
        for (const [approvalId, { byId }] of client.approvals)
          if (byId === staffId) client.approvals.delete(approvalId);
      }
    },
  };
}
