import { perform } from '../../../db/changes/act.ts';
import { homeStores } from '../../../db/members/member-list.queries.ts';
import { memberById } from '../../../db/members/members.queries.ts';
import { membersContract } from '../../../shared/contract/members.contract.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { toE164 } from '../../../shared/members/phone.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { audit } from '../staff/audit.ts';
import { changeStanding } from './change-standing.ts';
import { editMember } from './edit-member.ts';
import { enrolMember } from './enrol-member.ts';
import { eraseMember } from './erase-member.ts';
import { findDuplicates } from './find-duplicates.ts';
import { findMembers } from './find-members.ts';
import { findReferrer } from './find-referrer.ts';
import { listMembers } from './list-members.ts';
import { memberCard, memberCards } from './member-card.ts';
import { memberProfile } from './member-profile.ts';
import { memberStanding } from './member-standing.ts';
import { memberTimeline } from './member-timeline.ts';
import { replaceCard } from './replace-card.ts';
import { setConsent } from './set-consent.ts';

const known = <T>(found: T | null): Outcome<T, Refusal<'member-unknown'>> =>
  found ? done(found) : refuse('member-unknown');

export const membersRouter = router({
  find: serveQuery(membersContract.find, ({ store, clock }, input) => done(findMembers(store, input, clock()))),
  referrer: serveQuery(membersContract.referrer, ({ store }, { typed }) => findReferrer(store, typed)),
  card: serveQuery(membersContract.card, ({ store, clock }, { memberId }) =>
    known(memberCard(store, memberId, clock())),
  ),
  profile: serveQuery(membersContract.profile, ({ store, clock }, { memberId }) =>
    known(memberProfile(store, memberId, clock())),
  ),
  timeline: serveQuery(membersContract.timeline, ({ store }, asked) => known(memberTimeline(store, asked))),
  list: serveQuery(membersContract.list, async ({ store, clock }, input) =>
    done(await listMembers(store, input, clock())),
  ),
  choices: serveQuery(membersContract.choices, ({ store }) => done({ stores: homeStores.all(store.db, {}) })),
  duplicates: serveQuery(membersContract.duplicates, ({ store, clock }, input) => {
    const person = {
      phone: input.phone ? toE164(input.phone, store.phoneRegion) : null,
      email: input.email || null,
      name: input.name || null,
      birthday: input.birthday ?? null,
    };
    return done(memberCards(store, findDuplicates(store, person), clock()));
  }),
  enrol: serveMutation(membersContract.enrol, ({ store, staff, clock, ids, host }, input) => {
    const outcome = enrolMember(store, input, staff.staffId, clock(), ids);
    if (outcome.ok) host.changes.publish(['members', `member:${input.memberId}`]);
    return outcome;
  }),
  edit: serveMutation(membersContract.edit, ({ store, staff, clock, ids, host }, input) => {
    const outcome = editMember(store, input, staff.staffId, clock(), ids);
    if (outcome.ok) host.changes.publish(['members', `member:${input.memberId}`]);
    return outcome;
  }),
  setConsent: serveMutation(membersContract.setConsent, ({ store, staff, clock, ids, host }, input) => {
    const outcome = setConsent(store, input, staff.staffId, clock(), ids);
    if (outcome.ok) host.changes.publish([`member:${input.memberId}`]);
    return outcome;
  }),
  replaceCard: serveMutation(membersContract.replaceCard, ({ store, staff, clock, ids, host }, input) => {
    const outcome = replaceCard(store, input, staff.staffId, clock(), ids);
    if (outcome.ok) host.changes.publish(['members', `member:${input.memberId}`]);
    return outcome;
  }),
  erase: serveMutation(membersContract.erase, ({ store, staff, clock, ids, host }, input) => {
    const outcome = perform(store.db, clock(), (act) => eraseMember(act, store, input, staff.staffId, ids));
    if (outcome.ok) host.changes.publish(['members', `member:${input.memberId}`]);
    return outcome;
  }),
  standing: serveQuery(membersContract.standing, ({ store, clock }, { memberId }) =>
    known(memberStanding(store, memberId, clock())),
  ),
  changeStanding: serveMutation(membersContract.changeStanding, ({ store, staff, clock, ids, host }, input) => {
    const { memberId } = input;
    const outcome = perform(store.db, clock(), (act) => changeStanding(act, store, input, staff.staffId, ids));
    if (outcome.ok) host.changes.publish(['members', `member:${memberId}`, `points:${memberId}`]);
    return outcome;
  }),
  unmaskPhone: serveMutation(membersContract.unmaskPhone, ({ store, staff, ids, clock }, { memberId }) =>
    perform<Outcome<{ phone: string | null }, Refusal<'member-unknown'>>>(store.db, clock(), (act) => {
      const member = memberById.get(act.db, { memberId });
      if (!member) return refuse('member-unknown');
      audit(
        act,
        { store, staffId: staff.staffId, ids },
        { action: 'unmask', subjectKind: 'member', subjectId: memberId, fields: ['phone'] },
      );
      return done({ phone: member.phone });
    }),
  ),
});
