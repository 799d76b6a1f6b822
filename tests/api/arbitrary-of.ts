import * as fc from 'fast-check';
import type { z } from 'zod';

/** The part of a zod schema's definition that is read here. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly valueType?: z.ZodType;
}

const NUMBERS = fc.oneof(
  fc.nat(20),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.constantFrom(0, 1, 1000, 1_000_000_000, 1_000_000_000_000),
);
const TEXTS = [
  '王小明',
  'S01-T1-000001',
  '13812345678',
  '1234',
  '2026-03-15',
  'a@example.com',
  'CARD-1',
  'kg',
  '%',
  '_',
  "O'Brien",
  '6901234567892',
];

/**
 * What a schema may be given: of the right shape, often valid, often just not. Texts are drawn from `known` (ids and
 * words that mean something in the store under test) and from words of all sorts.
 */
export function arbitraryOf(schema: z.ZodType, known: readonly string[]): fc.Arbitrary<unknown> {
  const definition = (schema as unknown as { readonly _zod: { readonly def: Definition } })._zod.def;
  const of = (inner: z.ZodType | undefined) => (inner ? arbitraryOf(inner, known) : fc.anything());
  switch (definition.type) {
    case 'object': {
      const fields = Object.entries(definition.shape ?? {}).map(([key, field]) => [key, of(field)] as const);
      return fc.record(Object.fromEntries(fields)).map(withoutUndefined);
    }
    case 'array':
      return fc.array(of(definition.element), { maxLength: 6 });
    case 'nullable':
      return fc.option(of(definition.innerType));
    case 'optional':
    case 'default':
      return fc.option(of(definition.innerType), { nil: undefined });
    case 'pipe':
      return of(definition.in);
    case 'union':
      return fc.oneof(...(definition.options ?? []).map(of));
    case 'enum':
      return fc.constantFrom(...Object.values(definition.entries ?? {}));
    case 'literal':
      return fc.constantFrom(...(definition.values ?? []));
    case 'record':
      return fc.dictionary(fc.string(), of(definition.valueType), { maxKeys: 4 });
    case 'number':
      return NUMBERS;
    case 'boolean':
      return fc.boolean();
    case 'string':
      return fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...known) },
        fc.constantFrom(...TEXTS),
        fc.uuid(),
        fc.string(),
      );
    case 'void':
      return fc.constant(undefined);
    case 'null':
      return fc.constant(null);
    default:
      throw new Error(`no arbitrary for a schema of type ${definition.type}`);
  }
}

const withoutUndefined = (value: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
