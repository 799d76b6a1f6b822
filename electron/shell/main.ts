import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, session } from 'electron';
import type { AppHost } from '../api/app-host.ts';
import { openAppHost } from '../api/open-app-host.ts';
import { appRouter } from '../api/router.ts';
import { serveIpc } from '../transports/electron-ipc.ts';
import { readLaunchArguments } from '../transports/launch-arguments.ts';
import { servePosApi } from '../transports/pos-api/serve-pos-api.ts';
import { isOurs, registerAppScheme, serveRenderer } from './app-protocol.ts';
import { folderDialogs } from './folder-dialogs.ts';
import { confinePages, denyPermissions } from './lockdown.ts';
import { openWindow, showFirstWindow } from './window.ts';

function chooseFolders(): void {
  const { dataFolder } = readLaunchArguments(process.argv.slice(1));
  if (dataFolder) {
    mkdirSync(dataFolder, { recursive: true });
    app.setPath('userData', dataFolder);
  }
  // Chromium's caches have a folder of their own, beside the store and not among its files.
  app.setPath('sessionData', path.join(app.getPath('userData'), 'window'));
}

function start(): void {
  const { apiPort } = readLaunchArguments(process.argv.slice(1));
  const host = openAppHost({
    kind: 'electron',
    version: app.getVersion(),
    dataFolder: app.getPath('userData'),
    makePosApi: servePosApi(app.getVersion(), apiPort),
    folders: folderDialogs,
  });
  endWithABackup(host);

  denyPermissions(session.defaultSession);
  serveRenderer(path.join(import.meta.dirname, '../renderer'));
  serveIpc({ ipc: ipcMain, router: appRouter, host, isTrusted: isOurs });

  // On macOS copy and paste come from the menu; elsewhere it would only offer to reload and to inspect.
  Menu.setApplicationMenu(
    process.platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null,
  );
  openWindow();
}

/** The windows are gone; the last backup is made before the program is. Started anew meanwhile, it goes on. */
function endWithABackup(host: AppHost): void {
  let isDone = false;
  let isEnding = false;
  app.on('will-quit', (event) => {
    if (isDone) return;
    event.preventDefault();
    if (isEnding) return;
    isEnding = true;
    void host.finish().finally(() => {
      isEnding = false;
      if (BrowserWindow.getAllWindows().length > 0) return;
      isDone = true;
      host.close();
      app.quit();
    });
  });
}

registerAppScheme();
chooseFolders();
confinePages();

// The lock is kept in the data folder: another folder is another Regulars.
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showFirstWindow);
  app.on('activate', () => {
    if (app.isReady() && BrowserWindow.getAllWindows().length === 0) openWindow();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  // Not a top-level await: Electron is ready only after this module has been evaluated.
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      dialog.showErrorBox('回头客 Regulars', String(error instanceof Error ? error.message : error));
      app.exit(1);
    });
} else {
  app.quit();
}
