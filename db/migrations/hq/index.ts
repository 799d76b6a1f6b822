import type { Migration } from '../../kernel/migrate.ts';
import { hub } from './0010-hub.ts';

export const HQ_MIGRATIONS: readonly Migration[] = [hub];
