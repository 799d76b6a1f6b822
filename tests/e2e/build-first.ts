import { buildApp } from '../../build/build.ts';

/** The specs drive what is built: build what has changed, once, before all of them. */
export default async function buildFirst(): Promise<void> {
  await buildApp();
}
