/**
 * Stands in for the `electron` module where its runtime cannot be had: main.ts runs for real in Node, preload.ts in an
 * isolated world of a real Chromium. It has what Regulars uses; importing anything else fails at once.
 */
export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { dialog, Menu, shell } from './desktop.ts';
export { ipcMain } from './ipc-main.ts';
export { protocol } from './protocol.ts';
export { session } from './session.ts';
