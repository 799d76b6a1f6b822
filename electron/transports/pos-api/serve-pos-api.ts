import type { PosApiState } from '../../../shared/contract/api-keys.contract.ts';
import type { PosApi, PosApiHost } from '../../api/app-host.ts';
import { posApiSetting, USUAL_SETTING } from '../../features/api-keys/pos-api-setting.ts';
import type { ListeningPosApi } from './open-pos-api.ts';

/**
 * The API beside the windows, for as long as a store is open whose settings switch it on. `fixedPort` is the port that
 * this start of the program named.
 */
export const servePosApi =
  (version: string, fixedPort: number | null) =>
  (host: PosApiHost): PosApi => {
    let listening: { readonly port: number; readonly api: ListeningPosApi } | null = null;
    let state: PosApiState = { kind: 'off' };
    let lastChange = Promise.resolve();

    const wanted = () => {
      const store = host.openStore();
      const setting = store ? posApiSetting(store) : USUAL_SETTING;
      return { ...setting, port: fixedPort ?? setting.port };
    };

    async function change(): Promise<void> {
      const { enabled, port } = wanted();
      if (enabled && listening?.port === port) return;
      const before = listening;
      listening = null;
      state = { kind: 'off' };
      await before?.api.close();
      if (enabled) state = await listenAt(port);
    }

    async function listenAt(port: number): Promise<PosApiState> {
      try {
        // Not before it is wanted: most stores never switch it on, and a till should start fast.
        const { openPosApi } = await import('./open-pos-api.ts');
        const api = await openPosApi(host, version, port);
        listening = { port, api };
        return { kind: 'listening', address: api.address };
      } catch (error) {
        const { code = 'unknown' } = error as { readonly code?: string };
        return code === 'EADDRINUSE' ? { kind: 'port-busy', port } : { kind: 'failed', code };
      }
    }

    return {
      status: () => {
        const { enabled, port, openLinesById } = wanted();
        return { enabled, port, openLines: openLinesById !== null, portIsFixed: fixedPort !== null, state };
      },
      follow: () => {
        lastChange = lastChange.then(change);
        return lastChange;
      },
    };
  };
