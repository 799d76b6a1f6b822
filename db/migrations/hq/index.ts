import type { Migration } from '../../kernel/migrate.ts';
import { hub } from './0010-hub.ts';
import { devices } from './0030-devices.ts';

export const HQ_MIGRATIONS: readonly Migration[] = [hub, devices];
