import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** A line of code where it must not be, or where it may. */
type Planting = readonly [file: string, code: string];

const FORBIDDEN: readonly Planting[] = [
  ['shared/members/planted.ts', "import '../../db/kernel/migrate.ts';"],
  ['shared/members/planted.ts', "import '../../electron/api/call.ts';"],
  ['shared/members/planted.ts', "import '../../renderer/lib/api.ts';"],
  ['shared/members/planted.ts', "import 'node:fs';"],
  ['shared/members/planted.ts', "import 'electron';"],
  ['shared/members/planted.ts', "import 'better-sqlite3';"],
  ['shared/members/planted.ts', "import 'react';"],
  ['shared/members/planted.ts', "import '@trpc/server';"],
  ['shared/members/planted.ts', 'export const at = Date.now();'],
  ['shared/members/planted.ts', 'export const chance = Math.random();'],
  ['shared/members/planted.ts', 'export const here = window.location;'],
  ['shared/members/planted.ts', 'export const folder = process.env;'],
  ['shared/contract/planted.ts', "import '../../db/kernel/migrate.ts';"],
  ['db/members/planted.ts', "import '../../electron/api/call.ts';"],
  ['db/members/planted.ts', "import '../../renderer/lib/api.ts';"],
  ['db/members/planted.ts', "import 'electron';"],
  ['electron/features/members/planted.ts', "import '../../shell/main.ts';"],
  ['electron/features/members/planted.ts', "import '../../transports/electron-ipc.ts';"],
  ['electron/features/members/planted.ts', "import '../../../renderer/lib/api.ts';"],
  ['electron/features/members/planted.ts', "import 'electron';"],
  ['electron/features/members/planted.ts', "import 'better-sqlite3';"],
  ['electron/api/planted.ts', "import '../shell/main.ts';"],
  ['electron/api/planted.ts', "import 'electron';"],
  ['electron/api/planted.ts', "import 'better-sqlite3';"],
  ['electron/transports/planted.ts', "import '../shell/main.ts';"],
  ['electron/transports/planted.ts', "import 'electron/main';"],
  ['electron/hq/planted.ts', "import '../shell/main.ts';"],
  ['electron/shell/planted.ts', "import '../../renderer/lib/api.ts';"],
  ['renderer/features/members/planted.ts', "import '../products/planted-too.ts';"],
  ['renderer/features/members/parts/planted.ts', "import '../../products/planted-too.ts';"],
  ['renderer/features/members/planted.ts', "import '../../app/routes.tsx';"],
  ['renderer/features/members/planted.ts', "import '../../../db/kernel/migrate.ts';"],
  ['renderer/features/members/planted.ts', "import '../../../electron/api/call.ts';"],
  ['renderer/features/members/planted.ts', "import 'node:fs';"],
  ['renderer/features/members/planted.ts', "import 'electron';"],
  ['renderer/ui/planted.ts', "import '../features/members/planted.ts';"],
  ['renderer/ui/planted.ts', "import '../app/routes.tsx';"],
  ['renderer/ui/planted.ts', "import '../../electron/api/call.ts';"],
  ['renderer/lib/planted.ts', "import '../features/members/planted.ts';"],
  ['renderer/lib/planted.ts', "import '../../electron/api/call.ts';"],
  ['renderer/app/planted.ts', "import '../../db/kernel/migrate.ts';"],
  ['renderer/app/planted.ts', "import '../../electron/api/call.ts';"],
];

const ALLOWED: readonly Planting[] = [
  ['shared/members/planted.ts', "import '../kernel/id.ts';"],
  ['db/members/planted.ts', "import '../../shared/kernel/id.ts';"],
  ['db/members/planted.ts', "import 'better-sqlite3';"],
  ['electron/features/members/planted.ts', "import '../../../db/kernel/migrate.ts';"],
  ['electron/shell/planted.ts', "import '../transports/electron-ipc.ts';"],
  ['electron/shell/planted.ts', "import 'electron';"],
  ['renderer/features/members/planted.ts', "import '../../ui/theme.ts';"],
  ['renderer/features/members/planted.ts', "import '../../lib/api.ts';"],
  ['renderer/features/members/planted.ts', "import '../../../shared/kernel/id.ts';"],
  ['renderer/features/members/planted.ts', "import './parts/planted.ts';"],
  [
    'renderer/lib/planted.ts',
    "import type { AppRouter } from '../../electron/api/router.ts';\nexport type It = AppRouter;",
  ],
  ['renderer/app/planted.ts', "import '../features/members/planted.ts';"],
];

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
}

const RULES = /no-restricted-(imports|globals|properties)|no-cycle/;

/** What the import rules say of the copy's files, by file. */
function lint(copy: string): Map<string, string[]> {
  const oxlint = path.join(root, 'node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format=json', '.'], { cwd: copy, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly Diagnostic[] };
  const byFile = new Map<string, string[]>();
  for (const { code, filename } of diagnostics.filter((diagnostic) => RULES.test(diagnostic.code))) {
    const file = filename.replaceAll('\\', '/');
    byFile.set(file, [...(byFile.get(file) ?? []), code]);
  }
  return byFile;
}

/** The same name with a number, so that each planting stands in a file of its own. */
const numbered = (file: string, index: number) => file.replace(/planted\.ts$/, `planted-${index}.ts`);

describe('the import rules of the house', () => {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'house-'));
  let found = new Map<string, string[]>();
  const plantings = [...FORBIDDEN, ...ALLOWED];

  beforeAll(() => {
    // With the type settings: without them oxlint resolves no imports and sees no cycles, and says nothing of it.
    for (const room of ['shared', 'db', 'electron', 'renderer', '.oxlintrc.json', 'tsconfig.base.json'])
      cpSync(path.join(root, room), path.join(copy, room), { recursive: true });
    const plant = (file: string, code: string) => {
      mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
      writeFileSync(path.join(copy, file), `${code}\n`);
    };
    plant('renderer/features/products/planted-too.ts', 'export const it = 1;');
    for (const [index, [file, code]] of plantings.entries()) plant(numbered(file, index), code);
    plant('shared/members/one.ts', "import { two } from './two.ts';\nexport const one = () => two;");
    plant('shared/members/two.ts', "import { one } from './one.ts';\nexport const two = () => one;");
    found = lint(copy);
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it.each(FORBIDDEN.map(([file, code], index) => ({ file, code, index })))('forbid in $file: $code', (planting) => {
    expect(found.get(numbered(planting.file, planting.index))).toBeDefined();
  });

  it.each(ALLOWED.map(([file, code], index) => ({ file, code, index: FORBIDDEN.length + index })))(
    'allow in $file: $code',
    (planting) => {
      expect(found.get(numbered(planting.file, planting.index))).toBeUndefined();
    },
  );

  it('forbid two files that import each other', () => {
    expect(found.get('shared/members/one.ts')?.join()).toContain('no-cycle');
  });

  it('find nothing else: the tree itself keeps them', () => {
    const planted = new Set(plantings.map(([file], index) => numbered(file, index)));
    const others = [...found].filter(([file]) => !planted.has(file) && !/^shared\/members\/(one|two)\.ts$/.test(file));
    expect(others).toEqual([]);
  });
});
