import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import '../ui/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import { startI18n } from '../lib/i18n.ts';
import { idleWatch } from '../lib/idle-watch.ts';
import { shortcutRegistry } from '../ui/shortcuts/registry.ts';
import { App } from './App.tsx';

// Schemas shared with the main process must not compile code here: the content security policy forbids it.
config({ jitless: true });

async function start(root: HTMLElement): Promise<void> {
  await startI18n();
  // First of all, so that it sees the keys of a scan, which reach nobody else.
  idleWatch.attach(window);
  shortcutRegistry.attach(window);
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) void start(root);
