import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../lib/api.ts';
import { rememberSampleStaff } from '../../lib/sample-staff.ts';
import { FirstChoice } from './FirstChoice.tsx';
import { SampleReady } from './SampleReady.tsx';
import { StoreForm } from './StoreForm.tsx';

interface FirstRunProps {
  /** A store is about to exist; the first run still has something to say. */
  readonly onBegin: () => void;
  readonly onDone: () => void;
}

/** The first run: what this computer will be, then either the store's form or the sample's staff. */
export function FirstRun({ onBegin, onDone }: FirstRunProps) {
  const trpc = useTRPC();
  const [step, setStep] = useState<'choice' | 'form'>('choice');
  const trySample = useMutation(
    trpc.app.trySample.mutationOptions({ onMutate: onBegin, onSuccess: ({ staff }) => rememberSampleStaff(staff) }),
  );

  if (trySample.data) return <SampleReady staff={trySample.data.staff} onStart={onDone} />;
  if (step === 'form') return <StoreForm onBack={() => setStep('choice')} onCreated={onDone} />;
  return (
    <FirstChoice
      preparing={trySample.isPending}
      error={trySample.error}
      onStore={() => setStep('form')}
      onSample={() => trySample.mutate()}
    />
  );
}
