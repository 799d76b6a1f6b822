import { z } from 'zod';
import { REQUEST_PROBLEMS, type RequestProblem } from '../../../shared/contract/pos-problems.ts';
import { IDEMPOTENCY_KEY } from './idempotency-key.ts';
import { noBody, type PosRoute } from './pos-route.ts';
import { problemDocument } from './problem.ts';
import { BASE_PATH } from './routes.ts';

type Json = Readonly<Record<string, unknown>>;

/** What any request may be answered with. */
const ALWAYS: readonly RequestProblem[] = [
  'invalid-request',
  'api-key-missing',
  'api-key-wrong',
  'address-wrong',
  'too-many-wrong-keys',
  'internal',
  'no-store-open',
];
const OF_A_POST: readonly RequestProblem[] = [
  'invalid-json',
  'idempotency-key-missing',
  'body-too-large',
  'content-type-unsupported',
  'disk-full',
];

/** A pattern that not every dialect of regular expressions knows, and the same in one that all do. */
const NO_CONTROL_CHARACTERS = '^\\P{Cc}*$';
const NO_CONTROL_CHARACTERS_PLAINLY = '^[^\\u0000-\\u001f\\u007f-\\u009f]*$';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => {
      if (jsonSchema.pattern === NO_CONTROL_CHARACTERS) jsonSchema.pattern = NO_CONTROL_CHARACTERS_PLAINLY;
    },
  });
  return json;
};

const refTo = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

/** The properties of a path or a query, each as a parameter of the document. */
function parametersOf(
  schema: z.ZodType,
  place: 'path' | 'query',
  example: Readonly<Record<string, string>> = {},
): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    readonly properties?: Readonly<Record<string, Json>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, { description, ...property }]) => ({
    name,
    in: place,
    required: required.includes(name),
    ...(description ? { description } : {}),
    schema: property,
    example: example[name],
  }));
}

/** Why a route may refuse, by status. */
function reasonsOf(route: PosRoute): Map<number, string[]> {
  const requestProblems = [
    ...ALWAYS,
    ...(route.method === 'POST' ? OF_A_POST : []),
    ...(route.problems ?? []),
    ...(route.method === 'POST' && route.status === 201 ? (['idempotency-key-reused'] as const) : []),
  ].map((reason) => [reason, REQUEST_PROBLEMS[reason]] as const);
  const reasons = new Map<number, string[]>();
  for (const [reason, status] of [...requestProblems, ...Object.entries(route.refusals)])
    reasons.set(status, [...(reasons.get(status) ?? []), reason]);
  return reasons;
}

const problemResponses = (route: PosRoute): Json =>
  Object.fromEntries(
    [...reasonsOf(route)].map(([status, reasons]) => [
      String(status),
      {
        description: reasons.join(', '),
        content: {
          'application/problem+json': {
            schema: { allOf: [refTo('Problem'), { properties: { reason: { enum: reasons } } }] },
          },
        },
      },
    ]),
  );

function operationOf(route: PosRoute): Json {
  const { operationId, summary, description, params, query, body, method, names, status, example } = route;
  const takesBody = method === 'POST' && body !== noBody && names.body !== undefined;
  return {
    operationId,
    summary,
    description,
    parameters: [
      ...parametersOf(params, 'path', example.params),
      ...parametersOf(query, 'query', example.query),
      ...(method === 'POST' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
      { $ref: '#/components/parameters/AcceptLanguage' },
    ],
    ...(takesBody
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: refTo(names.body), example: example.body } },
          },
        }
      : {}),
    responses: {
      [String(status)]: {
        description: summary,
        ...(method === 'POST' && status === 201
          ? { headers: { 'Idempotent-Replayed': { $ref: '#/components/headers/IdempotentReplayed' } } }
          : {}),
        content: { 'application/json': { schema: refTo(names.result), example: example.result } },
      },
      ...problemResponses(route),
    },
  };
}

const problem = z.object({
  type: z.string().describe('A URI reference that never changes: /problems/ and the reason.'),
  title: z.string().describe('What the problem is called, in the language of Accept-Language.'),
  status: z.int(),
  detail: z.string().describe('What happened and what to do, in the language of Accept-Language.'),
  reason: z.string().describe('What a program decides by.'),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  errors: z
    .array(
      z.object({
        pointer: z.string().optional().describe('A place in the body: the fragment of a JSON Pointer.'),
        parameter: z.string().optional(),
        detail: z.string(),
      }),
    )
    .optional(),
});

function componentSchemas(routes: readonly PosRoute[]): Json {
  const refused = { reason: 'insufficient-points', status: 409, details: { availablePoints: 300 } } as const;
  const schemas: Record<string, Json> = {
    Problem: { ...schemaOf(problem, 'output'), examples: [problemDocument(refused, 'en', 'CNY')] },
  };
  for (const { names, body, result } of routes) {
    if (names.body) schemas[names.body] = schemaOf(body, 'input');
    schemas[names.result] = schemaOf(result, 'output');
  }
  return schemas;
}

/** The API in OpenAPI 3.1, made from the schemas that requests and answers are held against. */
export function openApiDocument(routes: readonly PosRoute[], version: string) {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    paths[route.path] ??= {};
    Object.assign(paths[route.path] as object, { [route.method.toLowerCase()]: operationOf(route) });
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Regulars POS API',
      version,
      description:
        'Members and points for the software of a till. Money is in the minor unit of the currency (fen, pence), quantities are in thousandths, instants in milliseconds since 1970 UTC: integers all.',
    },
    servers: [{ url: BASE_PATH }],
    security: [{ apiKey: [] }],
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'A key from the settings of the store.' },
      },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          description:
            'A new one, such as a UUID, for each act; the same one for each retry of it. The same key with the same body is answered as the first time, with another body it is refused.',
          schema: { type: 'string', pattern: IDEMPOTENCY_KEY.source },
          example: '3f6d1c1e-52a4-4b7e-8f0a-1c2d3e4f5a6b',
        },
        AcceptLanguage: {
          name: 'Accept-Language',
          in: 'header',
          required: false,
          description: 'zh-CN or en, for the words of problems.',
          schema: { type: 'string' },
          example: 'zh-CN',
        },
      },
      headers: {
        IdempotentReplayed: {
          description: 'true where the act had been done before and was not done again.',
          schema: { type: 'string', enum: ['true'] },
        },
      },
      schemas: componentSchemas(routes),
    },
  };
}
