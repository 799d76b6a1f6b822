export interface ChunkLimits {
  readonly changes: number;
  readonly bytes: number;
}

export interface Sized {
  readonly changes: number;
  readonly bytes: number;
}

/**
 * Packs items in their order into chunks that each stay within both limits. An item that exceeds a limit on its own
 * gets a chunk of its own, for whoever writes it to refuse. Lazy: an item is asked for when its chunk is filled.
 */
export function* inChunks<T>(
  items: Iterable<T>,
  sizeOf: (item: T) => Sized,
  limits: ChunkLimits,
): Generator<readonly T[], void> {
  let chunk: T[] = [];
  let changes = 0;
  let bytes = 0;
  for (const item of items) {
    const size = sizeOf(item);
    if (chunk.length > 0 && (changes + size.changes > limits.changes || bytes + size.bytes > limits.bytes)) {
      yield chunk;
      chunk = [];
      changes = 0;
      bytes = 0;
    }
    chunk.push(item);
    changes += size.changes;
    bytes += size.bytes;
  }
  if (chunk.length > 0) yield chunk;
}
