import { contextBridge, ipcRenderer } from 'electron';
import { type Bridge, type BridgeEnvelope, CHANNEL } from '../../shared/contract/bridge.ts';

const bridge: Bridge = {
  request: (message) => ipcRenderer.invoke(CHANNEL.request, message),
  subscribe: (message) => ipcRenderer.send(CHANNEL.subscribe, message),
  unsubscribe: (id) => ipcRenderer.send(CHANNEL.unsubscribe, id),
  onEvent: (listener) => {
    // Electron's event object stays here: through its `sender` a page could reach every channel.
    const forward = (_event: unknown, id: number, envelope: BridgeEnvelope) => listener(id, envelope);
    ipcRenderer.on(CHANNEL.event, forward);
    return () => {
      ipcRenderer.removeListener(CHANNEL.event, forward);
    };
  },
  pdf: () => ipcRenderer.invoke(CHANNEL.pdf),
};

contextBridge.exposeInMainWorld('regulars', bridge);
