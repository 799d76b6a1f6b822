import { lastScan, openBands } from '../../../db/members/scan.queries.ts';
import { qualityContract, type ScanStatus, scanFigures } from '../../../shared/contract/quality.contract.ts';
import { done, refuse } from '../../../shared/kernel/outcome.ts';
import { BANDS, type Band } from '../../../shared/members/duplicates.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { confirmMember } from './confirm-member.ts';
import { duplicateGroups } from './duplicate-groups.ts';
import { memberQuality, membersToMend } from './member-quality.ts';
import { cancelScan, runScan, scanProgress } from './run-scan.ts';

function scanStatus(store: OpenStore): ScanStatus {
  const last = lastScan.get(store.db, {});
  const open = new Map(openBands.all(store.db, {}).map(({ band, groups }) => [band, groups]));
  return {
    running: scanProgress(store),
    last: last
      ? {
          startedAtMs: last.startedAtMs,
          endedAtMs: last.endedAtMs,
          figures: scanFigures.parse(JSON.parse(last.figures)),
          open: Object.fromEntries(BANDS.map((band) => [band, open.get(band) ?? 0])) as Record<Band, number>,
        }
      : null,
  };
}

export const qualityRouter = router({
  scan: serveMutation(qualityContract.scan, ({ store, clock, host }) => runScan(store, clock, host.changes)),
  cancel: serveMutation(qualityContract.cancel, ({ store }) => {
    cancelScan(store);
    return done(null);
  }),
  status: serveQuery(qualityContract.status, ({ store }) => done(scanStatus(store))),
  groups: serveQuery(qualityContract.groups, ({ store, clock }, window) =>
    done(duplicateGroups(store, window, clock())),
  ),
  toMend: serveQuery(qualityContract.toMend, ({ store, clock }, window) => done(membersToMend(store, window, clock()))),
  ofMember: serveQuery(qualityContract.ofMember, ({ store, clock }, { memberId }) => {
    const quality = memberQuality(store, memberId, clock());
    return quality ? done({ ...quality, flaws: [...quality.flaws] }) : refuse('member-unknown');
  }),
  confirm: serveMutation(qualityContract.confirm, ({ store, staff, clock, ids, host }, { memberId }) => {
    const outcome = confirmMember(store, memberId, staff.staffId, clock(), ids);
    if (outcome.ok) host.changes.publish(['members', `member:${memberId}`]);
    return outcome;
  }),
});
