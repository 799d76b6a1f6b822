import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StoreFacts } from '../../shared/contract/app.contract.ts';
import type { SignedIn } from '../../shared/contract/staff.contract.ts';
import { NO_LADDER } from '../../shared/tiers/ladder.ts';
import { Recovery } from '../features/settings/backups/Recovery.tsx';
import { SupportFile } from '../features/settings/backups/SupportFile.tsx';
import { SignIn } from '../features/staff/SignIn.tsx';
import { FirstRun } from '../features/stores/FirstRun.tsx';
import { OpenRefused } from '../features/stores/OpenRefused.tsx';
import { useTRPC } from '../lib/api.ts';
import { SignedInContext } from '../lib/signed-in.ts';
import { StoreFactsContext } from '../lib/store-facts.ts';
import { TierNames } from '../lib/tier-names.ts';
import { ErrorState } from '../ui/states/ErrorState.tsx';
import { LoadingState } from '../ui/states/LoadingState.tsx';
import { Frame } from './frame/Frame.tsx';
import { Threshold } from './frame/Threshold.tsx';
import { useSignOut } from './frame/use-sign-out.ts';
import { IdleLock } from './IdleLock.tsx';
import { useLiveChanges } from './use-live-changes.ts';

/** Where a backup is a way out. */
const RESTORABLE: readonly string[] = ['damaged', 'missing', 'not-a-store', 'migration-failed'];

/** What the window shows first: the first run, why the store did not open, sign-in, or the frame with its page. */
export function Gate() {
  const trpc = useTRPC();
  const status = useQuery(trpc.app.status.queryOptions());
  // The first run ends when its user says so, not when the store is there: the sample's PINs want to be read.
  const [settingUp, setSettingUp] = useState(false);

  if (status.isPending)
    return (
      <Threshold>
        <LoadingState />
      </Threshold>
    );
  if (status.error) {
    return (
      <Threshold>
        <ErrorState error={status.error} onRetry={() => void status.refetch()} />
      </Threshold>
    );
  }
  const { state } = status.data;
  if (state.kind === 'refused') {
    return (
      <Threshold wide>
        <OpenRefused reason={state.reason} detail={state.detail} dataFolder={status.data.dataFolder}>
          {RESTORABLE.includes(state.reason) && <Recovery />}
          <SupportFile />
        </OpenRefused>
      </Threshold>
    );
  }
  if (state.kind === 'first-run' || settingUp) {
    return (
      <Threshold wide>
        <FirstRun
          recovery={<Recovery />}
          onBegin={() => setSettingUp(true)}
          onDone={() => void status.refetch().then(() => setSettingUp(false))}
        />
      </Threshold>
    );
  }
  return (
    <StoreFactsContext value={state.store}>
      <OpenStore store={state.store} />
    </StoreFactsContext>
  );
}

function OpenStore({ store }: { readonly store: StoreFacts }) {
  const trpc = useTRPC();
  /** Who was here when the screen locked; the lock holds also while the main process has not answered yet. */
  const [locked, setLocked] = useState<SignedIn | null>(null);
  const signOut = useSignOut();
  const me = useQuery(trpc.staff.me.queryOptions());
  const programme = useQuery({ ...trpc.programme.current.queryOptions(), enabled: Boolean(me.data) });
  useLiveChanges();
  if (me.isPending)
    return (
      <Threshold>
        <LoadingState />
      </Threshold>
    );
  if (me.error)
    return (
      <Threshold>
        <ErrorState error={me.error} onRetry={() => void me.refetch()} />
      </Threshold>
    );
  const { data } = me;
  if (!data || locked) {
    return (
      <Threshold>
        <SignIn storeName={store.storeName} sample={store.sample} locked={locked} onSignedIn={() => setLocked(null)} />
      </Threshold>
    );
  }
  const lock = () => {
    setLocked(data);
    signOut();
  };
  return (
    <SignedInContext value={data}>
      <TierNames value={programme.data?.tiers.names ?? NO_LADDER.names}>
        <IdleLock onIdle={lock} />
        <Frame />
      </TierNames>
    </SignedInContext>
  );
}
