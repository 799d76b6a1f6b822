import * as fc from 'fast-check';
import { hostileValue, spoilt } from './hostile-values.ts';
import type { Operation, PosDocument, Schema } from './pos-document.ts';

/** Values that mean something in the store under test, by the name of the field they may stand in. */
export type Known = Readonly<Record<string, readonly unknown[]>>;

const NUMBERS = fc.oneof(
  fc.nat(20),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.constantFrom(0, 1, 1000, 1_000_000_000, 1_000_000_000_000),
);

/** What a schema of the document may be given: of the right shape, mostly with what is known, often just not valid. */
function anyValueOf(schema: Schema, document: PosDocument, known: Known, field = ''): fc.Arbitrary<unknown> {
  const values = known[field];
  const generic = anyOfShape(schema, document, known);
  return values ? fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...values) }, generic) : generic;
}

function anyOfShape(schema: Schema, document: PosDocument, known: Known): fc.Arbitrary<unknown> {
  const of = (inner: Schema, field?: string) => anyValueOf(inner, document, known, field);
  if (schema.$ref) return of(document.resolve<Schema>(schema));
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => of(one)));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if ('const' in schema) return fc.constant(schema.const);
  switch (schema.type) {
    case 'object':
      return objectOf(schema, of);
    case 'array':
      return fc.array(schema.items ? of(schema.items) : fc.anything(), { maxLength: 4 });
    case 'integer':
    case 'number':
      return NUMBERS;
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return fc.oneof(fc.uuid(), fc.string());
    default:
      return fc.anything();
  }
}

/** Of alternatives that are told apart by what they require, mostly one; optional fields as often as not. */
function objectOf(
  schema: Schema,
  of: (inner: Schema, field: string) => fc.Arbitrary<unknown>,
): fc.Arbitrary<Record<string, unknown>> {
  const { properties = {}, required = [], oneOf = [] } = schema;
  const alternatives = oneOf.flatMap((one) => one.required ?? []);
  const whole = fc.record(Object.fromEntries(Object.entries(properties).map(([key, inner]) => [key, of(inner, key)])), {
    requiredKeys: [...required, ...alternatives],
  });
  if (alternatives.length === 0) return whole;
  return fc
    .tuple(whole, fc.nat(19), fc.constantFrom(...alternatives))
    .map(([value, chance, kept]) =>
      Object.fromEntries(
        Object.entries(value).filter(([key]) => chance === 0 || key === kept || !alternatives.includes(key)),
      ),
    );
}

/** A body that JSON can say; what it cannot say is left out. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? '';
  } catch {
    return '{"cyclic":';
  }
}

const HEADER_TEXT = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  maxLength: 140,
});
const NO_JSON = fc.oneof(
  fc.string(),
  fc.constantFrom('{', '[]', 'null', '0', '"x"', '{"a":1}{"b":2}', '{"lines":1e999}', '\uFEFF{}', '['.repeat(5000)),
);

export interface AnyRequest {
  readonly path: string;
  readonly body: string | undefined;
  readonly idempotencyKey: string | null;
}

/** A request of an operation: as the document says, spoilt in one place, or nonsense. `keys` come again and again. */
export function requestOf(
  operation: Operation,
  document: PosDocument,
  known: Known,
  keys: readonly string[],
): fc.Arbitrary<AnyRequest> {
  const of = (place: 'path' | 'query') => operation.parameters.filter((parameter) => parameter.in === place);
  const part = (schema: Schema, name: string) =>
    fc.oneof({ weight: 4, arbitrary: anyValueOf(schema, document, known, name) }, hostileValue).map((value) => {
      const text = typeof value === 'string' ? value : jsonOf(value);
      return text.toWellFormed().slice(0, 400);
    });
  const recordOf = (place: 'path' | 'query') =>
    fc.record(Object.fromEntries(of(place).map(({ name, schema }) => [name, part(schema, name)])), {
      requiredKeys: place === 'path' ? of(place).map(({ name }) => name) : [],
    });
  const shaped = operation.body
    ? anyValueOf(operation.body.schema, document, known)
    : fc.constantFrom<unknown>(undefined, {});
  const body = fc.oneof(
    { weight: 8, arbitrary: shaped.map(jsonOf) },
    { weight: 6, arbitrary: spoilt(shaped).map(jsonOf) },
    hostileValue.map(jsonOf),
    NO_JSON,
  );
  return fc.record({
    path: fc
      .tuple(recordOf('path'), recordOf('query'))
      .map(([inPath, inQuery]) => addressOf(operation.path, inPath, inQuery)),
    body: operation.method === 'POST' ? body : fc.constant(undefined),
    idempotencyKey: fc.oneof(
      { weight: 20, arbitrary: fc.uuid() },
      { weight: 3, arbitrary: fc.constantFrom(...keys) },
      HEADER_TEXT,
      fc.constant(null),
    ),
  });
}

type Parts = Readonly<Record<string, unknown>>;

/** A client takes '.' and '..' for steps along the path, so the server never sees them. */
const segmentOf = (value: unknown): string => (/^\.*$/.test(String(value)) ? '%00' : encodeURIComponent(String(value)));

function addressOf(path: string, inPath: Parts, inQuery: Parts): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => segmentOf(inPath[name]));
  const query = new URLSearchParams(Object.entries(inQuery).map(([name, value]) => [name, String(value)]));
  return query.size > 0 ? `${filled}?${query}` : filled;
}
