import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Target } from '../../../shared/imports/targets.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPCClient } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { newId } from '../../lib/new-id.ts';

interface Upload {
  /** What is on its way, null where nothing is. `share` is 0 to 1. */
  readonly progress: { readonly name: string; readonly share: number } | null;
  readonly error: string | null;
  readonly send: (file: File) => void;
  readonly cancel: () => void;
}

/** A piece of a file as base64, without the `data:` that a browser writes before it. */
const base64Of = (piece: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/, '')));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the file could not be read')));
    reader.readAsDataURL(piece);
  });

/** Sends a file piece by piece; `onSent` is told the import that it belongs to. Leaving the page takes it back. */
export function useUpload(target: Target, onSent: (importId: Id<'import'>) => void): Upload {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const errorWords = useErrorWords();
  const [progress, setProgress] = useState<Upload['progress']>(null);
  const [error, setError] = useState<string | null>(null);
  const sending = useRef<AbortController | null>(null);

  const cancel = useCallback(() => sending.current?.abort(), []);
  useEffect(() => cancel, [cancel]);

  const sendAll = async (file: File, importId: Id<'import'>, signal: AbortSignal) => {
    const { chunkBytes } = await client.imports.begin.mutate({
      importId,
      target,
      fileName: file.name,
      sizeBytes: file.size,
    });
    for (let offset = 0; offset < file.size && !signal.aborted; offset += chunkBytes) {
      const base64 = await base64Of(file.slice(offset, offset + chunkBytes));
      const { receivedBytes } = await client.imports.upload.mutate({ importId, offset, base64 });
      if (!signal.aborted) setProgress({ name: file.name, share: receivedBytes / file.size });
    }
    // What was sent so far is of no use to anybody.
    if (signal.aborted) await client.imports.cancel.mutate({ importId });
  };

  const send = (file: File) => {
    if (file.size === 0) {
      setError(t('refusals.file-empty'));
      return;
    }
    const importId = newId<'import'>();
    const ending = new AbortController();
    const { signal } = ending;
    sending.current = ending;
    setError(null);
    setProgress({ name: file.name, share: 0 });
    sendAll(file, importId, signal)
      .then(() => {
        if (!signal.aborted) onSent(importId);
      })
      .catch((failure: unknown) => {
        if (!signal.aborted) setError(errorWords(failure).text);
      })
      .finally(() => setProgress(null));
  };
  return { progress, error, send, cancel };
}
