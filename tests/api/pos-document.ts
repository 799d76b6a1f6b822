import { z } from 'zod';
import type { PosStore } from './pos-store.ts';

type Json = Readonly<Record<string, unknown>>;

/** The part of a JSON Schema (2020-12) that the document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly pattern?: string;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
  readonly example?: unknown;
}
interface Content {
  readonly schema: Schema;
  readonly example?: unknown;
}
interface ResponseTerms {
  readonly description: string;
  readonly content: Readonly<Record<string, Content>>;
}

export interface Operation {
  readonly path: string;
  readonly method: string;
  readonly operationId: string;
  readonly parameters: readonly Parameter[];
  readonly body: Content | null;
  readonly responses: Readonly<Record<string, ResponseTerms>>;
}

export interface PosDocument {
  readonly raw: Json;
  readonly operations: readonly Operation[];
  /** What a reference in the document points at. */
  resolve<T>(pointed: T | { readonly $ref: string }): T;
  /** A check made from the document alone. */
  checkOf(schema: Schema): z.ZodType;
}

/** Reads the API's own document as a client would: over HTTP, without a key. */
export async function readDocument(pos: PosStore): Promise<PosDocument> {
  const { body: raw } = await pos.ask('GET', '/openapi.json', { apiKey: null });
  const resolve: PosDocument['resolve'] = (pointed) => {
    if (typeof pointed !== 'object' || pointed === null || !('$ref' in pointed)) return pointed as never;
    const steps = String(pointed.$ref).replace(/^#\//, '').split('/');
    const found = steps.reduce<unknown>((node, step) => (node as Json | undefined)?.[step], raw);
    if (found === undefined) throw new Error(`${pointed.$ref} points at nothing`);
    return found as never;
  };
  const operations = Object.entries(raw.paths as Json).flatMap(([path, methods]) =>
    Object.entries(methods as Json).map(([method, terms]) => {
      const { operationId, parameters, requestBody, responses } = terms as Json as {
        readonly operationId: string;
        readonly parameters: readonly Parameter[];
        readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
        readonly responses: Readonly<Record<string, ResponseTerms>>;
      };
      return {
        path,
        method: method.toUpperCase(),
        operationId,
        parameters: parameters.map((parameter) => resolve<Parameter>(parameter)),
        body: requestBody?.content['application/json'] ?? null,
        responses,
      };
    }),
  );
  const checkOf = (schema: Schema) =>
    z.fromJSONSchema(resolve<Schema>(schema) as Parameters<typeof z.fromJSONSchema>[0]);
  return { raw, operations, resolve, checkOf };
}
