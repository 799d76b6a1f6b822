import { parseArgs } from 'node:util';
import { report } from './bench/report.ts';
import { benchStore } from './bench/store.ts';

const USAGE = 'npm run bench -- store [--members N] [--json FILE] [--check]';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    members: { type: 'string', default: '100000' },
    json: { type: 'string' },
    check: { type: 'boolean', default: false },
  },
});
const members = Number(values.members);
if (positionals[0] !== 'store' || !Number.isSafeInteger(members) || members < 1000) {
  console.error(`${USAGE}\n  --members: at least 1000 (100000 unless told)`);
  process.exit(2);
}
report(await benchStore(members), { json: values.json, check: values.check });
