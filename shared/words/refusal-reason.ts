import type { DiskRefusal } from '../contract/disk-refusals.ts';
import type { contract } from '../contract/index.ts';

type Contract = typeof contract;
type ReasonsOf<Noun> = {
  [Act in keyof Noun]: Noun[Act] extends { refusals: readonly (infer Reason)[] } ? Reason : never;
}[keyof Noun];

/** Every reason that any procedure of the contract may refuse with, and what the disk adds to them. */
export type RefusalReason = { [Noun in keyof Contract]: ReasonsOf<Contract[Noun]> }[keyof Contract] | DiskRefusal;
