import { ALL, check } from './check.ts';
import { driveApp } from './e2e.ts';
import { sayTallies } from './steps/tally.ts';

const checked = await check(ALL);
const driven = await driveApp(process.argv.slice(2));
if (!sayTallies([...checked, driven])) process.exitCode = 1;
