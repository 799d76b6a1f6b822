import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { CUSTOM_KINDS, customField, LONGEST_NAME, MOST_OPTIONS } from '../members/custom-fields.ts';
import { someWords } from './fields.ts';
import { mutation, query } from './procedure.ts';

const fieldId = idOf('member-field');
const name = someWords(LONGEST_NAME);
const terms = {
  fieldId,
  name,
  /** Whether nobody is enrolled in the window without it. */
  required: z.boolean(),
  /** Of a choice, in the order in which they are offered; a key of null is a new one. What is left out is no longer offered. */
  options: z
    .array(z.object({ key: z.int().min(1).nullable(), name }))
    .max(MOST_OPTIONS)
    .default([]),
};
const termsRefusals = [
  'field-name-taken',
  'field-needs-options',
  'option-twice',
  'option-unknown',
  'too-many-options',
] as const;

/** The fields that the store defines for its members, beside those that everybody has. */
export const memberFieldsContract = {
  /** All of them in their order, also those that are retired. */
  list: query({ access: 'signed-in', input: z.void(), output: z.array(customField) }),
  /** Defines one, after the others. The window makes `fieldId` once. */
  add: mutation({
    access: 'settings.write',
    input: z.object({ ...terms, kind: z.enum(CUSTOM_KINDS) }),
    output: z.null(),
    refusals: ['too-many-fields', 'field-id-reused', ...termsRefusals],
  }),
  /** Renames one, says whether it is required, what it offers. What it holds stays as it is. */
  change: mutation({
    access: 'settings.write',
    input: z.object(terms),
    output: z.null(),
    refusals: ['field-unknown', ...termsRefusals],
  }),
  /** Puts all of them into another order. */
  arrange: mutation({
    access: 'settings.write',
    input: z.object({ fieldIds: z.array(fieldId).max(1000) }),
    output: z.null(),
    /** `fields-changed`: there are others by now. */
    refusals: ['fields-changed'],
  }),
  /** Takes one out of use, or brings it back. Its values stay. */
  retire: mutation({
    access: 'settings.write',
    input: z.object({ fieldId, retired: z.boolean() }),
    output: z.null(),
    refusals: ['field-unknown', 'too-many-fields', 'field-name-taken'],
  }),
};
