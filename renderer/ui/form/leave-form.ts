import { createContext } from 'react';

/** How the form around is left; null where it cannot be. */
export const LeaveFormContext = createContext<(() => void) | null>(null);
