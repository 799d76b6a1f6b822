import { z } from 'zod';
import { RFM_SEGMENTS } from '../analysis/rfm.ts';
import { valueReportSchema } from '../analysis/value-report.ts';
import { judgementsSchema } from '../analysis/value-weights.ts';
import { idOf } from '../kernel/id.ts';
import { dateText, instantMs } from './fields.ts';
import { mutation, query } from './procedure.ts';

const rfm = { r: z.int(), f: z.int(), m: z.int(), segment: z.enum(RFM_SEGMENTS) };

const value = z.object({
  /** What the last reckoning found; null before the first. */
  last: z
    .object({
      asOf: dateText,
      atMs: instantMs,
      /** Null where nobody had bought anything. */
      report: valueReportSchema
        .extend({
          scores: valueReportSchema.shape.scores.extend({
            /** The highest, first; who has left the list or may not be profiled any more is not among them. */
            best: z.array(
              z.object({
                memberId: idOf('member'),
                name: z.string().nullable(),
                score: z.number(),
                purchases: z.int(),
                netMinor: z.int(),
                lastVisitDate: dateText.nullable(),
                ...rfm,
              }),
            ),
          }),
        })
        .nullable(),
    })
    .nullable(),
  /** What is being done right now: how many members were read. */
  running: z.object({ doneMembers: z.int(), ofMembers: z.int() }).nullable(),
  /** Why the last try broke off, as a code of the program; null where nothing did. */
  stopped: z.string().nullable(),
  /** By which the next reckoning weighs. */
  judgements: judgementsSchema,
});

/** What the store's members are worth. */
export const analysisContract = {
  value: query({ access: 'analysis.read', input: z.void(), output: value }),
  /** Begins to reckon anew, beside the till; where that is under way it goes on. */
  reckonValue: mutation({ access: 'analysis.read', input: z.void(), output: z.null() }),
  /** Breaks it off: what was found before stays. */
  stopValue: mutation({ access: 'analysis.read', input: z.void(), output: z.null() }),
  /** Says what counts how much in the composite value, and reckons anew. */
  judge: mutation({
    access: 'settings.write',
    input: z.object({ judgements: judgementsSchema }),
    output: z.null(),
    /** The judgements contradict each other too much. */
    refusals: ['judgements-contradict'],
  }),
  /** Where a member stands by the last reckoning; null for who never bought or may not be profiled. */
  ofMember: query({
    access: 'member.read',
    input: z.object({ memberId: idOf('member') }),
    output: z.object({ ...rfm, atMs: instantMs }).nullable(),
  }),
};
export type ValueOfMembers = z.infer<typeof value>;
