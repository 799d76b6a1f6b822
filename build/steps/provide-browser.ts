import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from './find-browser.ts';
import { runProgram, runTool } from './run-program.ts';

/** With fontconfig, which tells whether they are there. */
const CHINESE_FONTS = ['fonts-noto-cjk', 'fontconfig'];
const mayUseApt = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Whether Chinese can be drawn. Only Linux comes without such a font. */
const drawsChinese = () =>
  process.platform !== 'linux' || Boolean(spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim());

async function installDebianPackages(names: readonly string[]): Promise<void> {
  console.log(`Installing ${names.join(' and ')} (Debian's package, once).`);
  // dpkg refuses to work where ldconfig and start-stop-daemon are not on the PATH.
  const PATH = `${process.env.PATH}:/usr/local/sbin:/usr/sbin:/sbin`;
  const env = { DEBIAN_FRONTEND: 'noninteractive', PATH };
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...names];
  for (const args of [['update', '-qq'], install]) {
    const { code, output } = await runProgram('/usr/bin/apt-get', args, { quiet: true, env });
    if (code !== 0) console.error(output.trim());
  }
}

/** A browser for the tests, brought here where none is found, with a font that draws Chinese. Null: none can be had. */
export async function provideBrowser(): Promise<string | null> {
  const wanted = [...(findBrowser() ? [] : ['chromium']), ...(drawsChinese() ? [] : CHINESE_FONTS)];
  if (wanted.length > 0 && mayUseApt()) await installDebianPackages(wanted);
  if (!findBrowser()) {
    console.log("Fetching Playwright's browser (once).");
    await runTool('@playwright/test', 'playwright', ['install', 'chromium']);
  }
  if (!drawsChinese()) console.log(`No Chinese font here (${CHINESE_FONTS[0]}): screenshots will show boxes.`);
  return findBrowser();
}
