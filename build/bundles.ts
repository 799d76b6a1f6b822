import { builtinModules } from 'node:module';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import { root } from './steps/run-program.ts';

/** Part of the packed app as they are: `electron` is the runtime itself, the others carry native code. */
const EXTERNAL = ['electron', 'better-sqlite3', '@node-rs/argon2', ...builtinModules, /^node:/];

/** Where a bundle is made before it takes the place of the last one: what runs meanwhile finds the last one whole. */
export const stagingFolder = (name: string) => path.join(root, 'dist', `${name}.next`);

const common = { configFile: false, logLevel: 'warn', root } satisfies InlineConfig;

/** One file for Node, with everything in it but EXTERNAL. */
function nodeBundle(entry: string, folder: string, format: 'es' | 'cjs'): InlineConfig {
  const entryFileNames = format === 'cjs' ? '[name].cjs' : '[name].js';
  return {
    ...common,
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: stagingFolder(folder),
      emptyOutDir: true,
      target: 'node24',
      sourcemap: true,
      minify: false,
      rolldownOptions: { external: EXTERNAL, output: { format, entryFileNames } },
    },
  };
}

/** `base: './'` so that the same files serve under app:// and over HTTP. */
const rendererBundle: InlineConfig = {
  ...common,
  root: path.join(root, 'renderer'),
  base: './',
  plugins: [react()],
  build: {
    outDir: stagingFolder('renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    sourcemap: true,
    // Inlined files would be data: addresses, which the content security policy refuses to scripts and fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
};

export interface Bundle {
  readonly name: string;
  /** Files and folders that it is made from; it is built again when one of them changes. */
  readonly inputs: readonly string[];
  readonly config: InlineConfig;
}

const ALWAYS = ['package-lock.json', 'package.json', 'build/bundles.ts'];

/** What the Electron app is made of. The loopback host runs from its TypeScript and needs the renderer alone. */
export const BUNDLES: readonly Bundle[] = [
  {
    name: 'main',
    inputs: ['electron', 'db', 'shared', ...ALWAYS],
    config: nodeBundle('electron/shell/main.ts', 'main', 'es'),
  },
  {
    // Its folder and file are what electron/features/imports/staging-thread.ts starts.
    name: 'staging-worker',
    inputs: ['electron', 'db', 'shared', ...ALWAYS],
    config: nodeBundle('electron/features/imports/staging-worker.ts', 'staging-worker', 'es'),
  },
  {
    // Its folder and file are what electron/features/exports/export-thread.ts starts.
    name: 'export-worker',
    inputs: ['electron', 'db', 'shared', ...ALWAYS],
    config: nodeBundle('electron/features/exports/export-worker.ts', 'export-worker', 'es'),
  },
  {
    // Its folder and file are what electron/features/backups/run-job.ts starts.
    name: 'backup-thread',
    inputs: ['electron', 'db', 'shared', ...ALWAYS],
    config: nodeBundle('electron/features/backups/backup-thread.ts', 'backup-thread', 'es'),
  },
  {
    name: 'preload',
    inputs: ['electron/shell', 'shared', ...ALWAYS],
    // A sandboxed preload script must be one CommonJS file.
    config: nodeBundle('electron/shell/preload.ts', 'preload', 'cjs'),
  },
  { name: 'renderer', inputs: ['renderer', 'shared', ...ALWAYS], config: rendererBundle },
];
