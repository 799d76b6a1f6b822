import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { AUTOMATION_STATES, automationTermsSchema } from './automation.ts';

/** An automation as its owner wrote it: every change of its terms or its state is a version, and all of them stay. */
export const automationFact = z.object({
  id: idOf('automation'),
  /** 'chain', or the id of the store that may write it. */
  owner: z.string(),
  /** Counts its writes. */
  version: z.int().min(1),
  state: z.enum([...AUTOMATION_STATES, 'removed']),
  terms: automationTermsSchema,
  atMs: z.int(),
  staffId: idOf('staff').nullable(),
});
export type AutomationFact = z.infer<typeof automationFact>;

/** Why something that an automation gives was not given. */
export const MISSED = ['coupon', 'points', 'template'] as const;

/**
 * A member met an occasion of an automation, and got what it does or was kept out by lot. Its id is made of automation,
 * member and occasion, so each is written once, whoever looks again.
 */
export const automationOccasionFact = z.object({
  id: idOf('automation-occasion'),
  automationId: idOf('automation'),
  automationVersion: z.int().min(1),
  memberId: idOf('member'),
  /** Which one of its kind: the year of a birthday, the id of a purchase. */
  occasion: z.string(),
  dueOn: z.iso.date(),
  takenOn: z.iso.date(),
  /** The last business date on which a purchase counts as come. */
  measuredThrough: z.iso.date(),
  isControl: z.boolean(),
  /** Whether a message was put into the outbox; whether it went out is told there. */
  isMessaged: z.boolean(),
  couponIssueId: idOf('coupon-issue').nullable(),
  points: z.int().min(0),
  missed: z.array(z.enum(MISSED)),
  atMs: z.int(),
});
export type AutomationOccasionFact = z.infer<typeof automationOccasionFact>;
