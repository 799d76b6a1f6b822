/** A window that the page asked for. */
export interface AskedWindow {
  readonly url: string;
  readonly name: string;
}

export interface BridgeEnd {
  /** Puts an API on the other world's `window`, frozen, as contextBridge.exposeInMainWorld does. */
  expose(key: string, api: unknown): void;
  tellAskedWindow(asked: AskedWindow): void;
  onAskedWindow(listener: (asked: AskedWindow) => void): void;
}

/**
 * One end of contextBridge. The page's world and the preload's world hold one each and talk by synchronous CustomEvents
 * of a secret name, whose detail Chromium clones from one world to the other. Runs in the page: self-contained.
 */
export function makeBridgeEnd(mine: string, theirs: string): BridgeEnd {
  interface PlainError {
    readonly name: string;
    readonly message: string;
  }
  type Message =
    | { readonly kind: 'call'; readonly callId: number; readonly functionId: number; readonly args: unknown[] }
    | { readonly kind: 'expose'; readonly callId: number; readonly key: string; readonly api: unknown }
    | { readonly kind: 'returned'; readonly callId: number; readonly value?: unknown; readonly error?: PlainError }
    | { readonly kind: 'settled'; readonly promiseId: number; readonly value?: unknown; readonly error?: PlainError }
    | { readonly kind: 'asked-window'; readonly asked: AskedWindow };
  type Returned = Extract<Message, { kind: 'returned' }>;
  type AnyFunction = (...args: unknown[]) => unknown;

  // Taken before the page's own scripts could replace them.
  const dispatch = window.dispatchEvent.bind(window);
  const Event = window.CustomEvent;
  const functions = new Map<number, AnyFunction>();
  const answers = new Map<number, Returned>();
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let lastId = 0;
  let askedWindow: (asked: AskedWindow) => void = () => {};

  const say = (message: Message) => dispatch(new Event(theirs, { detail: message }));
  const plainError = (error: unknown): PlainError =>
    error instanceof Error ? { name: error.name, message: error.message } : { name: 'Error', message: String(error) };
  const revived = ({ name, message }: PlainError) => Object.assign(new Error(message), { name });
  const isPlain = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  const mapValues = (object: object, change: (value: unknown) => unknown) =>
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

  function wrapPromise(promise: Promise<unknown>): unknown {
    lastId += 1;
    const promiseId = lastId;
    promise.then(
      (value) => say({ kind: 'settled', promiseId, value: wrap(value) }),
      (error) => say({ kind: 'settled', promiseId, error: plainError(error) }),
    );
    return { $promise: promiseId };
  }

  /** Functions and promises stay where they are; the other world gets a handle. */
  function wrap(value: unknown): unknown {
    if (typeof value === 'function') {
      lastId += 1;
      functions.set(lastId, value as AnyFunction);
      return { $function: lastId };
    }
    if (typeof value === 'symbol') throw new Error('Sending symbols over the contextBridge is not supported');
    if (value instanceof Promise) return wrapPromise(value);
    if (value instanceof Error) return { $error: plainError(value) };
    if (Array.isArray(value)) return value.map(wrap);
    return isPlain(value) ? mapValues(value, wrap) : value;
  }

  function unwrap(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(unwrap);
    if (!isPlain(value)) return value;
    const { $function, $promise, $error } = value;
    if (typeof $function === 'number') return (...args: unknown[]) => call($function, args);
    if (typeof $promise === 'number')
      return new Promise((resolve, reject) => pending.set($promise, { resolve, reject }));
    if ($error) return revived($error as PlainError);
    return mapValues(value, unwrap);
  }

  /** Events are synchronous: the other world has answered when `say` returns. */
  function ask(message: Extract<Message, { callId: number }>): unknown {
    say(message);
    const returned = answers.get(message.callId);
    answers.delete(message.callId);
    if (returned?.error) throw revived(returned.error);
    return unwrap(returned?.value);
  }

  function call(functionId: number, args: unknown[]): unknown {
    lastId += 1;
    return ask({ kind: 'call', callId: lastId, functionId, args: args.map(wrap) });
  }

  function frozen(value: unknown): unknown {
    if (!Array.isArray(value) && !isPlain(value)) return value;
    for (const item of Object.values(value)) frozen(item);
    return Object.freeze(value);
  }

  function bind(key: string, api: unknown): void {
    if (key in window) throw new Error('Cannot bind an API on top of an existing property on the window object');
    const value = frozen(unwrap(api));
    Object.defineProperty(window, key, { value, enumerable: true, writable: false, configurable: false });
  }

  function answer(callId: number, act: () => unknown): void {
    try {
      say({ kind: 'returned', callId, value: wrap(act()) });
    } catch (error) {
      say({ kind: 'returned', callId, error: plainError(error) });
    }
  }

  function hear(message: Message): void {
    if (message.kind === 'call')
      answer(message.callId, () => functions.get(message.functionId)?.(...message.args.map(unwrap)));
    else if (message.kind === 'expose') answer(message.callId, () => bind(message.key, message.api));
    else if (message.kind === 'returned') answers.set(message.callId, message);
    else if (message.kind === 'asked-window') askedWindow(message.asked);
    else {
      const promise = pending.get(message.promiseId);
      pending.delete(message.promiseId);
      if (message.error) promise?.reject(revived(message.error));
      else promise?.resolve(unwrap(message.value));
    }
  }

  window.addEventListener(
    mine,
    (event) => {
      event.stopImmediatePropagation();
      hear((event as CustomEvent<Message>).detail);
    },
    true,
  );
  return {
    expose(key, api) {
      lastId += 1;
      ask({ kind: 'expose', callId: lastId, key, api: wrap(api) });
    },
    tellAskedWindow: (asked) => {
      say({ kind: 'asked-window', asked });
    },
    onAskedWindow(listener) {
      askedWindow = listener;
    },
  };
}
