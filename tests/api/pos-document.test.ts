import { describe, expect, it } from 'vitest';
import { POS_ROUTES } from '../../electron/transports/pos-api/routes.ts';
import { problems } from '../../shared/words/en/problems.ts';
import { readDocument, type Schema } from './pos-document.ts';
import { aPosStore } from './pos-store.ts';

const pos = await aPosStore();
const document = await readDocument(pos);
const { raw, operations, resolve, checkOf } = document;
const named = operations.map((operation) => [`${operation.method} ${operation.path}`, operation] as const);

/** Every object of the document, wherever it stands. */
function* nodesOf(node: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) yield node as Readonly<Record<string, unknown>>;
  for (const child of Object.values(node)) yield* nodesOf(child);
}

describe('the document', () => {
  it('is OpenAPI 3.1 about this version, at this address, behind a bearer key', () => {
    expect(raw).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Regulars POS API', version: '1.2.3' },
      servers: [{ url: '/api/v1' }],
      security: [{ apiKey: [] }],
      components: { securitySchemes: { apiKey: { type: 'http', scheme: 'bearer' } } },
    });
  });

  it('points at nothing that is not there, and leaves nothing lying about', () => {
    const references = [...nodesOf(raw)].flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref] : []));
    expect(references.length).toBeGreaterThan(20);
    for (const $ref of references) expect(resolve({ $ref })).toBeTypeOf('object');
    const components = Object.entries(raw.components as object).filter(([kind]) => kind !== 'securitySchemes');
    const all = components.flatMap(([kind, of]) =>
      Object.keys(of as object).map((name) => `#/components/${kind}/${name}`),
    );
    expect(all.filter((name) => !references.includes(name))).toEqual([]);
  });

  it('names every route that is served, and serves every route that it names', async () => {
    const served = POS_ROUTES.map(({ method, path, operationId }) => ({ method, path, operationId }));
    expect(operations.map(({ method, path, operationId }) => ({ method, path, operationId }))).toEqual(
      expect.arrayContaining(served),
    );
    expect(operations.length).toBe(served.length);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const { method, path } of operations) {
      const { body } = await pos.ask(method, path.replace(/\{\w+\}/g, 'x'));
      expect(['route-unknown', 'method-not-allowed']).not.toContain(body.reason);
    }
  });
});

describe.each(named)('%s', (_, { method, path, parameters, body, responses }) => {
  it('declares its parameters, and a POST its Idempotency-Key', () => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(inPath);
    expect(parameters.filter((parameter) => parameter.in === 'path').every(({ required }) => required)).toBe(true);
    const key = parameters.find(({ name }) => name === 'Idempotency-Key');
    expect(key?.required).toBe(method === 'POST' ? true : undefined);
    for (const { schema, example } of parameters) expect(checkOf(schema).safeParse(example).error).toBeUndefined();
  });

  it('shows examples that its own schemas take', () => {
    const success = Object.entries(responses).filter(([status]) => status.startsWith('2'));
    expect(success).toHaveLength(1);
    const shown = [body, ...success.map(([, { content }]) => content['application/json'])];
    for (const content of shown) {
      expect(content && checkOf(content.schema).safeParse(content.example).error).toBe(content ? undefined : null);
    }
  });

  it('declares problems that have words, and what any request may meet', () => {
    const declared = Object.entries(responses).filter(([status]) => !status.startsWith('2'));
    for (const [, { content }] of declared) {
      const { allOf = [] } = (content['application/problem+json']?.schema ?? {}) as {
        readonly allOf?: readonly Schema[];
      };
      expect(allOf[0]?.$ref).toBe('#/components/schemas/Problem');
      const reasons = allOf[1]?.properties?.reason?.enum ?? [];
      expect(reasons.length).toBeGreaterThan(0);
      for (const reason of reasons) expect(problems.problemTitles).toHaveProperty([String(reason)]);
    }
    expect(declared.map(([status]) => status)).toEqual(
      expect.arrayContaining(['400', '401', '403', '429', '500', '503']),
    );
  });
});
