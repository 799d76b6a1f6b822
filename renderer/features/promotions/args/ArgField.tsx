import type { ComponentType } from 'react';
import type { FieldKind } from '../../../../shared/promotions/terms.ts';
import type { ArgDraft } from '../arg-kinds.ts';
import { AudiencesArg } from './AudiencesArg.tsx';
import { ChecksArg } from './ChecksArg.tsx';
import { ChoiceArg } from './ChoiceArg.tsx';
import { CouponArg } from './CouponArg.tsx';
import { FixedArg } from './FixedArg.tsx';
import { GoodsArg } from './GoodsArg.tsx';
import { PartsArg } from './PartsArg.tsx';
import { ProductArg } from './ProductArg.tsx';
import { TextArg } from './TextArg.tsx';

export interface ArgFieldProps<Draft = ArgDraft> {
  readonly kind: FieldKind;
  readonly label: string;
  /** May be left empty. */
  readonly optional: boolean;
  readonly draft: Draft;
  readonly error: string | undefined;
  readonly onChange: (draft: Draft) => void;
}

/** The input of each kind of argument. The draft that it gets is of its own kind: see `ARG_KINDS`. */
const INPUTS = {
  goods: GoodsArg,
  parts: PartsArg,
  percent: TextArg,
  money: TextArg,
  points: TextArg,
  pieces: TextArg,
  quantity: TextArg,
  audiences: AudiencesArg,
  campaign: FixedArg,
  tiers: ChecksArg,
  stores: ChecksArg,
  weekdays: ChecksArg,
  'from-minute': TextArg,
  'until-minute': TextArg,
  'local-time': TextArg,
  'birthday-span': ChoiceArg,
  'each-or-once': ChoiceArg,
  product: ProductArg,
  'coupon-kind': CouponArg,
} as unknown as Readonly<Record<FieldKind, ComponentType<ArgFieldProps>>>;

/** Asks for one argument, whatever it belongs to. */
export function ArgField(props: ArgFieldProps) {
  const Input = INPUTS[props.kind];
  return <Input {...props} />;
}
