import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { enrolledStores } from '../db/hub/devices.queries.ts';
import type { ReadDb } from '../db/kernel/connection.ts';
import { revokeStore } from '../electron/features/hub/end-device.ts';
import { makeEnrolmentCode } from '../electron/features/hub/enrolment-codes.ts';
import { openBeside } from '../electron/hq/hq-folder.ts';
import { serveHq } from '../electron/hq/serve-hq.ts';
import { GOOD_FOR_MS } from '../shared/trust/door.ts';
import { root } from './steps/run-program.ts';

const USAGE = `npm run hq -- --data DIR [--port 7443] [--host ADDRESS] [--store NAME]… [--cert FILE --key FILE]
  opens the door of headquarters; with --store it prints an enrolment code for each at once
npm run hq -- enrol --data DIR --store NAME…    prints an enrolment code for each: good once, for 15 minutes
npm run hq -- stores --data DIR                 who was let in, and how far headquarters has their logs
npm run hq -- revoke --data DIR --store NAME…   hears these stores no longer`;
const USUAL_PORT = 7443;
const LONGEST_NAME = 60;

function misused(line: string): never {
  for (const each of [line, USAGE]) console.error(each);
  process.exit(2);
}

function readArguments() {
  const options = {
    data: { type: 'string' },
    port: { type: 'string', default: String(USUAL_PORT) },
    host: { type: 'string', default: '0.0.0.0' },
    store: { type: 'string', multiple: true, default: [] as string[] },
    cert: { type: 'string' },
    key: { type: 'string' },
  } as const;
  const parsed = (() => {
    try {
      return parseArgs({ options, allowPositionals: true });
    } catch (error) {
      return misused((error as Error).message);
    }
  })();
  const { data, port, host, store, cert, key } = parsed.values;
  const [act = 'serve', ...more] = parsed.positionals;
  if (data === undefined) return misused('--data DIR: the folder of headquarters.');
  if (!['serve', 'enrol', 'stores', 'revoke'].includes(act) || more.length > 0)
    return misused(`${parsed.positionals.join(' ')}: no such command.`);
  if (!/^\d+$/.test(port) || Number(port) > 65_535) return misused(`--port ${port}: a number from 0 to 65535.`);
  if ((cert === undefined) !== (key === undefined)) return misused('--cert and --key go together.');
  const names = store.map((name) => name.trim());
  if (names.some((name) => name === '' || name.length > LONGEST_NAME))
    return misused(`--store: a name of up to ${LONGEST_NAME} characters.`);
  if ((act === 'enrol' || act === 'revoke') && names.length === 0) return misused(`${act} needs --store NAME.`);
  const certificate = cert !== undefined && key !== undefined ? { cert, key } : undefined;
  return { act, folder: path.resolve(data), port: Number(port), host, names, certificate };
}

/** By which stores on this network may reach it. */
function addresses(port: number): string[] {
  const own = Object.values(os.networkInterfaces()).flatMap((each) => each ?? []);
  const reached = own.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address);
  return ['localhost', ...reached].map((host) => `${host}:${port}`);
}

function printCodes(hub: ReadDb, names: readonly string[], { port, pin }: { port: number; pin: Uint8Array }): void {
  for (const name of names) {
    console.log(`\nEnrolment code of ${name}, good once, for ${GOOD_FOR_MS.code / 60_000} minutes:`);
    console.log(`  ${makeEnrolmentCode(hub, name, pin, Date.now())}`);
  }
  if (names.length > 0)
    console.log(`Type it at the store under Settings, Headquarters, with the address ${addresses(port).join(' or ')}.`);
}

/** Pairs of hex digits, so that two people can compare them. */
const readable = (pin: Uint8Array) => Buffer.from(pin).toString('hex').toUpperCase().match(/.{4}/g)?.join(' ') ?? '';

const { act, folder, port, host, names, certificate } = readArguments();
if (act === 'serve') await serve();
else {
  const beside = openBeside(folder);
  if (!beside) {
    console.error(`There is no headquarters in ${folder} yet: start it first, with npm run hq -- --data ${folder}`);
    process.exit(1);
  }
  const { hub, door } = beside;
  try {
    if (act === 'enrol') printCodes(hub, names, { port: door.port, pin: Buffer.from(door.pin, 'hex') });
    if (act === 'revoke') revoke(hub);
    if (act === 'stores') printStores(hub);
  } finally {
    beside.close();
  }
}

async function serve(): Promise<void> {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const served = await serveHq({ folder, host, port, version, certificate }).catch((error: Error) => {
    console.error((error as { code?: string }).code === 'EADDRINUSE' ? `Port ${port} is taken.` : error.message);
    process.exit(1);
  });
  if (!served.ok) {
    console.error(`Headquarters in ${folder} was not opened: ${served.reason}.`);
    process.exit(1);
  }
  const hq = served.value;
  console.log(`Headquarters is at ${addresses(hq.port).join(' and ')}, in ${folder}`);
  console.log(`Its key pin is ${readable(hq.pin)}`);
  printCodes(hq.hub, names, hq);
  if (enrolledStores.all(hq.hub, {}).length === 0 && names.length === 0)
    console.log(`No store is enrolled yet. For a code: npm run hq -- enrol --data ${folder} --store NAME`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void hq.close().finally(() => process.exit(0)));
}

function revoke(hub: ReadDb): void {
  for (const name of names) {
    const said = { unknown: 'is not enrolled', revoked: 'is heard no longer', 'had-none': 'was revoked before' };
    console.log(`${name} ${said[revokeStore(hub, name, Date.now())]}.`);
  }
}

function printStores(hub: ReadDb): void {
  for (const { name, lastSeq, lastContactMs, mayTalk, held } of enrolledStores.all(hub, {})) {
    const contact = lastContactMs === null ? 'never spoke' : `spoke last ${new Date(lastContactMs).toISOString()}`;
    console.log(`${name}: through row ${lastSeq}, ${held} held, ${contact}${mayTalk ? '' : ', revoked'}`);
  }
}
