import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { changePosApiSetting } from '../../electron/features/api-keys/pos-api-setting.ts';
import { REQUEST_PROBLEMS } from '../../shared/contract/pos-problems.ts';
import { problems } from '../../shared/words/en/problems.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';
import { expectLaws } from '../laws/expect-laws.ts';
import { readDocument, type Schema } from './pos-document.ts';
import { aPosStore, type Body, type PosStore } from './pos-store.ts';

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/pos-api.md'), 'utf8');

/** A command of the page, what the page says it answers, and what the page keeps of the answer. */
interface Step {
  readonly command: string;
  readonly status: number;
  readonly answer: Body;
  readonly kept: { readonly field: string; readonly as: string } | null;
}

const STEPS: readonly Step[] = [
  ...page.matchAll(/```sh\n(.*?)# answers (\d+)\n```\n```json\n(.*?)```(?:\nKeep `(\w+)` as `\$(\w+)`)?/gs),
].map(([, command = '', status, answer = '', field, as]) => ({
  command,
  status: Number(status),
  answer: JSON.parse(answer),
  kept: field && as ? { field, as } : null,
}));

const ANYTHING: unknown = expect.anything();

/** What the page shows may leave fields out, and values that differ each time as `…`. */
function shown(value: Body, kept: Readonly<Record<string, string>>): unknown {
  if (value === '…') return ANYTHING;
  if (typeof value === 'string' && value.startsWith('$')) return kept[value.slice(1)];
  if (Array.isArray(value)) return value.map((one) => shown(one, kept));
  if (typeof value !== 'object' || value === null) return value;
  return expect.objectContaining(
    Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shown(inner, kept)])),
  );
}

/** Runs a command as a vendor would paste it into a shell; curl is told beside it to say the status. */
async function run(command: string, variables: Readonly<Record<string, string>>, curlHome: string) {
  const shell = spawn('bash', ['-euc', command], {
    env: { PATH: process.env.PATH, CURL_HOME: curlHome, ...variables },
  });
  let said = '';
  shell.stdout.on('data', (data) => (said += data));
  const code = await new Promise((resolve) => shell.on('close', resolve));
  const [, body = '', status] = /^(.*)\n(\d{3})$/s.exec(said) ?? [];
  return { code, status: Number(status), body: body && JSON.parse(body) };
}

function stockedAsThePageSays({ shop, store, host }: PosStore): void {
  changePosApiSetting(store, { enabled: true, openLines: true }, shop.managerId, host.clock(), host.ids);
  aProduct(shop, { sku: 'TEA-250', name: '龙井茶 250 g', barcode: '6901234567892', priceMinor: 2000 });
  aProduct(shop, { sku: 'NUTS', name: '核桃', unit: 'kg', priceMinor: 6000 });
}

it.skipIf(process.platform === 'win32')('the page for vendors: every command answers as the page says', async () => {
  const pos = await aPosStore();
  stockedAsThePageSays(pos);
  const curlHome = tempFolder();
  writeFileSync(path.join(curlHome, '.curlrc'), 'silent\nnoproxy = "*"\nwrite-out = "\\n%{http_code}"\n');
  const kept: Record<string, string> = {};
  expect(STEPS.length).toBe(page.split('```sh').length - 1);
  for (const step of STEPS) {
    const answer = await run(step.command, { API: pos.address, KEY: pos.apiKey, ...kept }, curlHome);
    expect({ command: step.command, ...answer }).toEqual({
      command: step.command,
      code: 0,
      status: step.status,
      body: shown(step.answer, kept),
    });
    if (step.kept) kept[step.kept.as] = answer.body[step.kept.field];
  }
  expectLaws(pos.store.db);
});

it('the page for vendors: its table holds every problem of the document, each with its status', async () => {
  const rows = [...page.matchAll(/^\| (\d{3}) \| (.*?) \|/gm)].flatMap(([, status, reasons = '']) =>
    [...reasons.matchAll(/`([\w-]+)`/g)].map(([, reason]) => `${status} ${reason}`),
  );
  const declared = (await readDocument(await aPosStore())).operations.flatMap(({ responses }) =>
    Object.entries(responses).flatMap(([status, { content }]) => {
      const { allOf = [] } = (content['application/problem+json']?.schema ?? {}) as {
        readonly allOf?: readonly Schema[];
      };
      return (allOf[1]?.properties?.reason?.enum ?? []).map((reason) => `${status} ${String(reason)}`);
    }),
  );
  const ofAnyPath = (['route-unknown', 'method-not-allowed'] as const).map(
    (reason) => `${REQUEST_PROBLEMS[reason]} ${reason}`,
  );
  expect(rows.toSorted()).toEqual([...new Set([...declared, ...ofAnyPath])].toSorted());
  expect(new Set(rows.map((row) => row.slice(4)))).toEqual(new Set(Object.keys(problems.problemTitles)));
});
