/**
 * What any act may be refused with, whichever it is, because of the disk or of what is being done to the store's file.
 * Nothing of the act has happened, and reading goes on.
 */
export const DISK_REFUSALS = ['disk-full', 'disk-read-only', 'store-damaged', 'store-restoring'] as const;
export type DiskRefusal = (typeof DISK_REFUSALS)[number];
