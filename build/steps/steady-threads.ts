/**
 * For a process whose threads read TypeScript. Node takes the types off by a WebAssembly module, and when two threads
 * compile the same call out of it at once, V8 frees the code that one of them still runs (Node 24.21: about one crash in
 * seventy test files with threads). Beyond this many calls it would compile it: so it never does. What is built for use
 * is JavaScript and has no such module.
 */
export const STEADY_THREADS = ['--wasm-wrapper-tiering-budget=1000000000'];
