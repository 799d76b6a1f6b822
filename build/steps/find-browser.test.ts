import { describe, expect, it } from 'vitest';
import { browserPlaces, findBrowser } from './find-browser.ts';

describe('the browser for the tests', () => {
  it('is looked for on the PATH of Linux first, then where packages put it', () => {
    const places = browserPlaces('linux', { PATH: '/home/me/bin:relative/bin' });
    expect(places[0]).toBe('/home/me/bin/google-chrome');
    expect(places).toContain('/usr/bin/chromium');
    expect(places.every((place) => place.startsWith('/'))).toBe(true);
  });

  it('is looked for in the program folders of Windows and macOS', () => {
    expect(browserPlaces('win32', { ProgramFiles: 'C:\\Program Files' })).toEqual([
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    ]);
    expect(browserPlaces('darwin', {})[0]).toBe('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  });

  it('is the one that the environment names, or none: never another one', () => {
    expect(findBrowser({ REGULARS_BROWSER: process.execPath })).toBe(process.execPath);
    expect(findBrowser({ REGULARS_BROWSER: '/nowhere/chrome' })).toBeNull();
  });
});
