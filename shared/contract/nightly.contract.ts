import { z } from 'zod';
import { NIGHT_STEPS, nightCountsSchema } from '../nightly/night.ts';
import { dateText, instantMs } from './fields.ts';
import { mutation, query } from './procedure.ts';

const night = z.object({
  date: dateText,
  startedAtMs: instantMs,
  /** Null while it is under way, or was interrupted. */
  endedAtMs: instantMs.nullable(),
  counts: nightCountsSchema,
  /** Members whom a step could not do, and why, as a code of the program. */
  failures: z.array(z.object({ step: z.enum(NIGHT_STEPS), memberId: z.string().nullable(), code: z.string() })),
});

const state = z.object({
  /** What is done right now: `step` is `of` steps' so manieth, from 1. */
  running: z.object({ date: dateText, name: z.enum(NIGHT_STEPS), step: z.int(), of: z.int() }).nullable(),
  /** The last nights, the newest first. */
  nights: z.array(night),
  /** After so many days without a night somebody has to start it; 0: it starts by itself. */
  daysInDoubt: z.int(),
  /** Why the last try stopped, as a code of the program; null where nothing did. */
  stopped: z.string().nullable(),
});

export const nightlyContract = {
  /** What the nights did, and what is being done. */
  state: query({ access: 'settings.write', input: z.void(), output: state }),
  /** Starts what is due now, also where the days are in doubt; does the last night's work once more where nothing is. */
  start: mutation({ access: 'settings.write', input: z.void(), output: state }),
};
export type NightlyState = z.infer<typeof state>;
