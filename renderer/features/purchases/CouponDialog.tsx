import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import classes from './WeightDialog.module.css';

interface CouponDialogProps {
  /** Presents a code; what it answers is said at the field, null closes. */
  readonly onCode: (code: string) => Promise<string | null>;
  readonly onClose: () => void;
}

/** Asks for the code of a coupon, typed; a scanned one needs no dialog. */
export function CouponDialog({ onCode, onClose }: CouponDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened onClose={onClose} title={t('coupons.till.title')} size={420}>
      <CouponForm onCode={onCode} onClose={onClose} />
    </Dialog>
  );
}

function CouponForm({ onCode, onClose }: CouponDialogProps) {
  const { t } = useTranslation();
  const form = useForm({
    initial: { code: '' },
    save: async ({ code }) => {
      const problem = await onCode(code);
      if (problem === null) onClose();
      else form.setError('code', problem);
    },
  });
  return (
    <Form form={form} label={t('coupons.till.title')}>
      <TextInput
        className={classes.weight}
        label={t('coupons.till.code')}
        description={t('coupons.till.codeHelp')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        data-autofocus
        {...form.field('code')}
      />
      <div className={classes.end}>
        <span />
        <Button type="submit" h={44} loading={form.saving}>
          {t('coupons.till.present')}
        </Button>
      </div>
    </Form>
  );
}
