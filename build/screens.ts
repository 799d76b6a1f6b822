import { driveApp } from './e2e.ts';
import { sayTallies } from './steps/tally.ts';

if (!sayTallies([await driveApp(process.argv.slice(2), ['screens'])])) process.exitCode = 1;
