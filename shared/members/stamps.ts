import { type Hlc, hlcMs } from '../sync/hlc.ts';

/** The stamp of each field's last write, `<hlc> <store>`: equal stamps are decided by the store it came from. */
export type Stamps = Map<string, string>;

/** Stored as {stamp: [fields]}, because most fields of a member were written at enrolment, with one stamp. */
export const readStamps = (stored: string): Stamps =>
  new Map(
    Object.entries(JSON.parse(stored) as Record<string, string[]>).flatMap(([stamp, fields]) =>
      fields.map((field) => [field, stamp]),
    ),
  );

export function storedStamps(stamps: Stamps): string {
  const fieldsOf: Record<string, string[]> = {};
  for (const [field, stamp] of stamps) {
    const fields = fieldsOf[stamp];
    if (fields) fields.push(field);
    else fieldsOf[stamp] = [field];
  }
  return JSON.stringify(fieldsOf);
}

/** When anything of the profile was last written or confirmed, in ms; null for never. A changed tier or source confirms nothing. */
export function lastWrittenMs(stored: string): number | null {
  const stamps = Object.entries(JSON.parse(stored) as Record<string, string[]>)
    .filter(([, fields]) => fields.some((field) => !['status', 'tier', 'source'].includes(field)))
    .map(([stamp]) => stampMs(stamp));
  return stamps.length === 0 ? null : Math.max(...stamps);
}

/** When a stamp was made, in ms. */
export const stampMs = (stamp: string): number => hlcMs(stamp.slice(0, stamp.indexOf(' ')) as Hlc);
