import type { BridgeEnd } from './context-bridge.ts';

/**
 * A window that the page asks for is only ever reported to the main process, never made: a real pop-up and two clients
 * of the same browser can lock each other out. Runs in the page's world: self-contained.
 */
export function reportWindows(bridge: BridgeEnd): void {
  window.open = (url = '', name = '') => {
    bridge.tellAskedWindow({ url: new URL(url, window.location.href).href, name });
    return null;
  };
  window.addEventListener('click', (event) => {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement && target.href !== '');
    if (event.defaultPrevented || !(link instanceof HTMLAnchorElement)) return;
    if (link.target !== '_blank' && !event.ctrlKey && !event.shiftKey && !event.metaKey) return;
    event.preventDefault();
    bridge.tellAskedWindow({ url: link.href, name: '' });
  });
}
