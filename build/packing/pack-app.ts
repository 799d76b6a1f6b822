import path from 'node:path';
import { build, Platform } from 'electron-builder';
import { buildApp } from '../build.ts';
import { root } from '../steps/run-program.ts';

interface Packing {
  /** The folder with Electron's runtime. */
  readonly runtime: string;
  /** Where the installers, or the packed folder, come to lie. */
  readonly into: string;
  /** The packed app as a folder alone, without installers. */
  readonly folderOnly: boolean;
}

/** Packs the app for this system as electron-builder.yml says. Returns what was made: paths of files, or of the folder. */
export async function packApp({ runtime, into, folderOnly }: Packing): Promise<string[]> {
  await buildApp();
  const platform = Platform.current();
  const made = await build({
    projectDir: root,
    targets: platform.createTarget(folderOnly ? 'dir' : null),
    publish: 'never',
    config: { extends: path.join(root, 'electron-builder.yml'), electronDist: runtime, directories: { output: into } },
  });
  return folderOnly ? [path.join(into, `${platform.buildConfigurationKey}-unpacked`)] : made;
}
