import { check } from './check.ts';
import { driveApp } from './e2e.ts';
import { sayTallies } from './steps/tally.ts';

const checked = await check();
const driven = await driveApp(process.argv.slice(2));
if (!sayTallies([...checked, driven])) process.exitCode = 1;
