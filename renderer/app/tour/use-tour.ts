import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recall, remember } from '../../lib/remembered.ts';
import { useSignedIn } from '../../lib/signed-in.ts';
import { type TourStep, tourOf } from './tours.ts';

export interface Tour {
  /** Offered until it was taken or declined once. */
  readonly offered: boolean;
  readonly step: TourStep | null;
  readonly number: number;
  readonly of: number;
  start(): void;
  next(): void;
  back(): void;
  /** Ends it; or declines it, where it was only offered. */
  end(): void;
}

/** The guided tour of whoever is signed in, a step at a time. Each person is offered it once at this window. */
export function useTour(): Tour {
  const { t } = useTranslation();
  const { staffId, role } = useSignedIn();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const steps = tourOf(role);
  const name = `tour.${staffId}`;
  // Of one person: a quick switch ends it for the window, not for who took it.
  const [taking, setTaking] = useState<{
    readonly staffId: string;
    readonly at: number;
    readonly again: boolean;
  } | null>(null);
  const [declined, setDeclined] = useState<string | null>(null);
  const at = taking?.staffId === staffId ? taking.at : -1;
  const step = steps[at] ?? null;

  const goTo = (to: number, again = false) => {
    const { page } = steps[to] ?? {};
    if (page) void navigate({ to: page });
    if (to >= steps.length) remember(name, 'taken');
    setTaking(to < steps.length ? { staffId, at: Math.max(0, to), again } : null);
  };
  const end = () => {
    remember(name, 'taken');
    setDeclined(staffId);
    setTaking(null);
  };

  // Who goes back to a step that was done wants to read it, not to be sent on.
  useWhenDone(taking?.again ? null : step, () => {
    const seen = step?.until && document.querySelector(step.until(t));
    if (seen || step?.untilPage?.test(pathname)) goTo(at + 1);
  });

  return {
    offered: step === null && declined !== staffId && recall(name) === null,
    step,
    number: at + 1,
    of: steps.length,
    start: () => goTo(0),
    next: () => goTo(at + 1),
    back: () => goTo(at - 1, true),
    end,
  };
}

/** Looks at a step that is done by doing it, whenever the screen changes. */
function useWhenDone(step: TourStep | null, look: () => void): void {
  const lookNow = useEffectEvent(look);
  useEffect(() => {
    if (!step?.until && !step?.untilPage) return;
    const first = requestAnimationFrame(() => lookNow());
    const watch = new MutationObserver(() => lookNow());
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      cancelAnimationFrame(first);
      watch.disconnect();
    };
  }, [step]);
}
