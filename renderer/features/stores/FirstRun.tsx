import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTRPC } from '../../lib/api.ts';
import { rememberSampleStaff } from '../../lib/sample-staff.ts';
import { FirstChoice } from './FirstChoice.tsx';
import { FirstRecovery } from './FirstRecovery.tsx';
import { SampleReady } from './SampleReady.tsx';
import { StoreForm } from './StoreForm.tsx';

interface FirstRunProps {
  /** A store is about to exist; the first run still has something to say. */
  readonly onBegin: () => void;
  readonly onDone: () => void;
  /** What finds the backups of a store that was on another computer. */
  readonly recovery: ReactNode;
}

/** The first run: what this computer will be, then the store's form, the sample's staff or a backup. */
export function FirstRun({ onBegin, onDone, recovery }: FirstRunProps) {
  const trpc = useTRPC();
  const [step, setStep] = useState<'choice' | 'form' | 'recovery'>('choice');
  const trySample = useMutation(
    trpc.app.trySample.mutationOptions({ onMutate: onBegin, onSuccess: ({ staff }) => rememberSampleStaff(staff) }),
  );

  if (trySample.data) return <SampleReady staff={trySample.data.staff} onStart={onDone} />;
  if (step === 'form') return <StoreForm onBack={() => setStep('choice')} onCreated={onDone} />;
  if (step === 'recovery') return <FirstRecovery onBack={() => setStep('choice')}>{recovery}</FirstRecovery>;
  return (
    <FirstChoice
      preparing={trySample.isPending}
      error={trySample.error}
      onStore={() => setStep('form')}
      onSample={() => trySample.mutate()}
      onRecovery={() => setStep('recovery')}
    />
  );
}
