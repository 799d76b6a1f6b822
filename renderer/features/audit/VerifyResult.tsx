import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';
import classes from './VerifyResult.module.css';

interface VerifyResultProps {
  readonly checked: number;
  readonly fault: { readonly position: number; readonly what: 'edited-or-moved' | 'deleted' | 'cut-off' } | null;
  readonly atMs: number;
}

/** What the walk along the chain found, in words. */
export function VerifyResult({ checked, fault, atMs }: VerifyResultProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const Icon = fault ? IconShieldX : IconShieldCheck;
  return (
    <div role={fault ? 'alert' : 'status'} className={classes.result} data-fault={fault !== null || undefined}>
      <Icon size={20} stroke={1.5} aria-hidden className={classes.icon ?? ''} />
      <p className={classes.words}>
        {fault
          ? t(`audit.fault.${fault.what}`, { position: fault.position, checked })
          : t('audit.verified', { count: checked })}
        {fault && <span className={classes.advice}>{t('audit.faultAdvice')}</span>}
      </p>
      <span className={classes.when}>{t('audit.verifiedAt', { time: format.time(atMs) })}</span>
    </div>
  );
}
