import { z } from 'zod';
import { recall, remember } from './remembered.ts';

const sampleStaff = z.array(z.object({ name: z.string(), role: z.string(), pin: z.string() }));
type SampleStaff = z.infer<typeof sampleStaff>;

/** Keeps the sample's PINs for the next sign-ins at this window: whoever forgot them could not even leave the sample. */
export const rememberSampleStaff = (staff: SampleStaff): void => remember('sample-staff', JSON.stringify(staff));

/** The sample's staff as they were shown when it was made; empty where that was another window's. */
export function recallSampleStaff(): SampleStaff {
  try {
    return sampleStaff.parse(JSON.parse(recall('sample-staff') ?? '[]'));
  } catch {
    return [];
  }
}
