import { parseArgs } from 'node:util';
import { benchImports } from './bench/imports.ts';
import { benchLists } from './bench/lists.ts';
import { benchNightly } from './bench/nightly.ts';
import { benchPromotions } from './bench/promotions.ts';
import { report } from './bench/report.ts';
import { benchStore } from './bench/store.ts';

const USAGE = 'npm run bench -- store|imports|lists|nightly|promotions [--members N] [--json FILE] [--check]';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    members: { type: 'string', default: '100000' },
    json: { type: 'string' },
    check: { type: 'boolean', default: false },
  },
});
const members = Number(values.members);
const BENCHES = {
  store: benchStore,
  imports: benchImports,
  lists: benchLists,
  nightly: benchNightly,
  promotions: benchPromotions,
};
const bench = BENCHES[(positionals[0] ?? '') as keyof typeof BENCHES];
if (!bench || !Number.isSafeInteger(members) || members < 1000) {
  console.error(`${USAGE}\n  --members: on file, or to be imported; at least 1000 (100000 unless told)`);
  process.exit(2);
}
report(await bench(members), { json: values.json, check: values.check });
