import { z } from 'zod';
import type { ProfileFields } from './member.facts.ts';

/** A field that the store defined, beside those that every profile has: `custom.<its id>`. */
export type CustomName = `custom.${string}`;
type PlainName = Exclude<keyof ProfileFields, 'custom'>;
/** A field of a profile: what has a stamp of its own and is merged by itself. */
export type ProfileName = PlainName | CustomName;
export type ProfileValue = readonly [name: ProfileName, value: unknown];

const PREFIX = 'custom.';
export const customName = (key: string): CustomName => `${PREFIX}${key}`;
export const isCustomName = (name: string): name is CustomName => name.startsWith(PREFIX);
/** The key in `profile.custom`: a field's id, or where the value came from a file, its own name. */
export const customKey = (name: CustomName): string => name.slice(PREFIX.length);

/** The fields of a profile one by one; those that it leaves out are left out. */
export const profileValues = ({ custom, ...plain }: ProfileFields): readonly ProfileValue[] => [
  ...(Object.entries(plain) as [PlainName, unknown][]).filter(([, value]) => value !== undefined),
  ...Object.entries(custom ?? {}).map(([key, value]) => [customName(key), value] as const),
];

/** The profile that writes these fields. */
export function profileOf(values: readonly ProfileValue[]): ProfileFields {
  const custom = values.flatMap(([name, value]) => (isCustomName(name) ? [[customKey(name), value] as const] : []));
  const plain = values.filter(([name]) => !isCustomName(name));
  return {
    ...Object.fromEntries(plain),
    ...(custom.length === 0 ? {} : { custom: Object.fromEntries(custom) }),
  } as ProfileFields;
}

/** The name of a field that the store defined, as lists and files name it. */
export const ownFieldName = z
  .string()
  .regex(/^custom\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) as unknown as z.ZodType<CustomName, string>;
