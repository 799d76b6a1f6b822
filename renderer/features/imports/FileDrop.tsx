import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './FileDrop.module.css';

interface FileDropProps {
  readonly onFile: (file: File) => void;
  /** Why the last file was not taken. */
  readonly error: string | null;
}

/** A large button that opens the file chooser, and on which a file can be dropped. */
export function FileDrop({ onFile, error }: FileDropProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [several, setSeveral] = useState(false);

  const take = (files: FileList | null) => {
    setSeveral((files?.length ?? 0) > 1);
    const [file] = files ?? [];
    if (file && files?.length === 1) onFile(file);
    if (input.current) input.current.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files);
  };
  const words = several ? t('imports.new.one') : error;
  return (
    <div>
      <button
        type="button"
        className={classes.drop}
        data-over={isOver || undefined}
        aria-describedby={words ? 'file-drop-error' : undefined}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <IconFileUpload size={24} stroke={1.5} aria-hidden />
        <span className={classes.title}>{isOver ? t('imports.new.dropNow') : t('imports.new.drop')}</span>
        <span className={classes.body}>{t('imports.new.dropBody')}</span>
      </button>
      <input
        ref={input}
        type="file"
        className={classes.input}
        accept=".csv,.tsv,.txt,.xlsx,.xls"
        tabIndex={-1}
        aria-hidden
        onChange={(event) => take(event.currentTarget.files)}
      />
      {words && (
        <p id="file-drop-error" role="alert" className={classes.error}>
          {words}
        </p>
      )}
    </div>
  );
}
