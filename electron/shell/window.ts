import path from 'node:path';
import { app, BrowserWindow } from 'electron';
import { START_PAGE } from './app-protocol.ts';

/** Opens a window on the renderer; it shows itself once there is something to see. */
export function openWindow(): void {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    useContentSize: true,
    show: false,
    autoHideMenuBar: true,
    title: '回头客 Regulars',
    webPreferences: {
      preload: path.join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Chromium would fetch its dictionaries from the internet.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => window.show());
  // Fails when the window is closed before it has loaded: nothing is left to do then.
  window.loadURL(START_PAGE).catch(() => {});
}

/** Somebody has started Regulars a second time: show the one that runs, also where it was about to end. */
export function showFirstWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) {
    openWindow();
    return;
  }
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
