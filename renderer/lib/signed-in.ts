import { createContext, useContext } from 'react';
import type { SignedIn } from '../../shared/contract/staff.contract.ts';
import type { Right } from '../../shared/staff/rights.ts';

/** Who is signed in at this window, handed down by the app. */
export const SignedInContext = createContext<SignedIn | null>(null);

/** Who is signed in. Every screen inside the frame has somebody; throws anywhere else. */
export function useSignedIn(): SignedIn {
  const signedIn = useContext(SignedInContext);
  if (!signedIn) throw new Error('Nobody is signed in here.');
  return signedIn;
}

/** Whether to offer an act. The main process decides; this only keeps a refusal out of the way. */
export const useMay = (right: Right): boolean => useSignedIn().rights.includes(right);
