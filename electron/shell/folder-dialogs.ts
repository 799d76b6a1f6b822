import { mkdir } from 'node:fs/promises';
import { BrowserWindow, dialog, shell } from 'electron';
import type { FolderDialogs } from '../api/app-host.ts';

/** The system's own dialogs for folders. */
export const folderDialogs: FolderDialogs = {
  async choose() {
    const options = { properties: ['openDirectory', 'createDirectory'] as ('openDirectory' | 'createDirectory')[] };
    const window = BrowserWindow.getFocusedWindow();
    const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
    return filePaths[0] ?? null;
  },
  async open(folder) {
    await mkdir(folder, { recursive: true });
    await shell.openPath(folder);
  },
};
