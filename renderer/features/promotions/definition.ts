import type { z } from 'zod';
import { ACTIONS, type ActionKind } from '../../../shared/promotions/actions.ts';
import { CONDITIONS, type ConditionKind } from '../../../shared/promotions/conditions.ts';
import type { FieldKind } from '../../../shared/promotions/terms.ts';
import { ARG_KINDS } from './arg-kinds.ts';

/** All that a form knows of an action or a condition: its arguments' schemas, and how it asks for each. */
export interface Definition {
  readonly args: { readonly shape: Readonly<Record<string, z.ZodType>> };
  readonly fields: Readonly<Record<string, FieldKind>>;
}

const actions: Readonly<Record<ActionKind, Definition>> = ACTIONS;
const conditions: Readonly<Record<ConditionKind, Definition & { readonly once: boolean }>> = CONDITIONS;

export const definitionOf = {
  action: (kind: ActionKind): Definition => actions[kind],
  condition: (kind: ConditionKind): Definition => conditions[kind],
};

/** Whether a form can ask for all of it here. */
const canBeAsked = ({ fields }: Definition): boolean => Object.values(fields).every((kind) => !ARG_KINDS[kind].fixed);

const kindsOf = <Kind extends string>(all: Readonly<Record<Kind, Definition>>): Kind[] =>
  (Object.keys(all) as Kind[]).filter((kind) => canBeAsked(all[kind]));

/** What an offer can give, in the order of a menu. */
export const OFFERED_ACTIONS = kindsOf(actions);

/** The conditions that can be added to those that an offer has. */
export const offeredConditions = (present: readonly string[]): ConditionKind[] =>
  kindsOf(conditions).filter((kind) => !(conditions[kind].once && present.includes(kind)));
