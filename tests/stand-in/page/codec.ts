export interface Codec {
  encode(value: unknown): unknown;
  decode(wire: unknown): unknown;
}

/**
 * What Electron's structured clone carries over IPC, as JSON, for the kinds of values that Regulars sends. Anything else
 * throws instead of arriving changed. Runs in Node and, as source text, in the page: it must be self-contained.
 */
export function makeCodec(): Codec {
  /** Marks an object that stands for something JSON cannot say. */
  const TAG = '$';
  const tagged = (kind: string, value?: unknown) => ({ [TAG]: kind, value });
  const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
  const mapValues = (object: object, change: (value: unknown) => unknown) =>
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

  const base64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const bytesOf = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

  function encodeObject(value: object, within: readonly object[]): unknown {
    if (within.includes(value)) throw new Error('stand-in: a cyclic IPC argument');
    const inner = (item: unknown) => encode(item, [...within, value]);
    if (Array.isArray(value)) return value.map(inner);
    if (value instanceof Date) return tagged('date', value.getTime());
    if (value instanceof Map)
      return tagged(
        'map',
        [...value].map(([key, item]) => [inner(key), inner(item)]),
      );
    if (value instanceof Set) return tagged('set', [...value].map(inner));
    if (value instanceof Uint8Array) return tagged('bytes', base64(value));
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
      throw new Error(`An object could not be cloned. (stand-in: ${value.constructor.name})`);
    const plain = mapValues(value, inner);
    return TAG in plain ? tagged('object', plain) : plain;
  }

  function encode(value: unknown, within: readonly object[] = []): unknown {
    if (value === undefined) return tagged('undefined');
    if (typeof value === 'bigint') return tagged('bigint', String(value));
    if (typeof value === 'number' && !Number.isFinite(value)) return tagged('number', String(value));
    if (typeof value === 'function' || typeof value === 'symbol') throw new Error('An object could not be cloned.');
    return typeof value === 'object' && value !== null ? encodeObject(value, within) : value;
  }

  const decoders: Record<string, (value: never) => unknown> = {
    undefined: () => undefined,
    bigint: (value: string) => BigInt(value),
    number: (value: string) => Number(value),
    date: (value: number) => new Date(value),
    map: (value: [unknown, unknown][]) => new Map(value.map(([key, item]) => [decode(key), decode(item)])),
    set: (value: unknown[]) => new Set(value.map(decode)),
    bytes: (value: string) => bytesOf(value),
    object: (value: object) => mapValues(value, decode),
  };

  function decode(wire: unknown): unknown {
    if (Array.isArray(wire)) return wire.map(decode);
    if (!isObject(wire)) return wire;
    const kind = wire[TAG];
    if (typeof kind !== 'string') return mapValues(wire, decode);
    const decoder = decoders[kind];
    if (!decoder) throw new Error(`stand-in: unknown kind ${kind}`);
    return decoder(wire.value as never);
  }

  return { encode: (value) => encode(value), decode };
}
