import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ALL_GOODS } from '../../../../shared/promotions/goods.ts';
import { BinButton } from '../../../ui/BinButton.tsx';
import type { SetPartDraft } from '../arg-kinds.ts';
import type { ArgFieldProps } from './ArgField.tsx';
import classes from './args.module.css';
import { GoodsArg } from './GoodsArg.tsx';

/** As many parts as a set may have. */
const MOST_PARTS = 10;

/** The parts of a set: so many pieces of these goods each. */
export function PartsArg({ label, draft, error, onChange }: ArgFieldProps<readonly SetPartDraft[]>) {
  const { t } = useTranslation();
  const put = (at: number, changes: Partial<SetPartDraft>) =>
    onChange(draft.map((part, index) => (index === at ? { ...part, ...changes } : part)));
  return (
    <fieldset className={classes.parts}>
      <legend className={classes.label}>{label}</legend>
      {draft.map((part, at) => (
        <div key={at} className={classes.part}>
          <GoodsArg
            kind="goods"
            label={t('promotions.form.part', { number: at + 1 })}
            optional={false}
            draft={part.goods}
            error={undefined}
            onChange={(goods) => put(at, { goods })}
          />
          <div className={classes.pieces}>
            <TextInput
              className={classes.figure}
              label={t('promotions.form.partPieces', { number: at + 1 })}
              inputMode="numeric"
              autoComplete="off"
              maxLength={4}
              value={part.pieces}
              error={error !== undefined && !/^[1-9]\d*$/.test(part.pieces.trim())}
              onChange={(event) => put(at, { pieces: event.currentTarget.value })}
            />
            {draft.length > 1 && (
              <span className={classes.bin}>
                <BinButton
                  label={t('promotions.form.removePart', { number: at + 1 })}
                  onClick={() => onChange(draft.filter((_, index) => index !== at))}
                />
              </span>
            )}
          </div>
        </div>
      ))}
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
      {draft.length < MOST_PARTS && (
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
          onClick={() => onChange([...draft, { goods: ALL_GOODS, pieces: '1' }])}
        >
          {t('promotions.form.addPart')}
        </Button>
      )}
    </fieldset>
  );
}
