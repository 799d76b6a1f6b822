import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where Chrome, Chromium and Edge are found on this system, in the order in which they are asked for. */
export function browserPlaces(platform: string, env: Environment): string[] {
  if (platform === 'win32') {
    const folders = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter((it) => it !== undefined);
    const files = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return files.flatMap((file) => folders.map((folder) => `${folder}\\${file}`));
  }
  if (platform === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((it) => `/Applications/${it}.app/Contents/MacOS/${it}`);
  const folders = [...(env.PATH ?? '').split(':'), '/usr/bin', '/opt/google/chrome', '/opt/microsoft/msedge'];
  const files = ['google-chrome', 'google-chrome-stable', 'chrome', 'chromium', 'microsoft-edge', 'msedge'];
  return files.flatMap((file) => folders.filter(path.isAbsolute).map((folder) => path.join(folder, file)));
}

/** The browser for the tests: the one that REGULARS_BROWSER names, else the system's, else Playwright's own, or null. */
export function findBrowser(env: Environment = process.env): string | null {
  const places = env.REGULARS_BROWSER
    ? [env.REGULARS_BROWSER]
    : [...browserPlaces(process.platform, env), chromium.executablePath()];
  return places.find((place) => existsSync(place)) ?? null;
}
