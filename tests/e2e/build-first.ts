import { buildApp } from '../../build/build.ts';
import { makeSampleStore } from './sample-template.ts';

/** The specs drive what is built: build what has changed, once, before all of them; and make the store they work in. */
export default async function buildFirst(): Promise<void> {
  await buildApp();
  await makeSampleStore();
}
