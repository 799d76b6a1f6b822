import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type PinFieldProps = Pick<PasswordInputProps, 'name' | 'value' | 'error' | 'onChange'> & {
  readonly first?: boolean;
};

/** A PIN to be set: hidden, until whoever types it wants to see it. `first`: it has the focus when the form opens. */
export function PinField({ first, ...field }: PinFieldProps) {
  const { t } = useTranslation();
  const [visible, setVisible] = useState(false);
  return (
    <PasswordInput
      label={t('colleagues.pin')}
      description={t('colleagues.pinHelp')}
      inputMode="numeric"
      autoComplete="off"
      maxLength={8}
      data-autofocus={first || undefined}
      visible={visible}
      onVisibilityChange={setVisible}
      visibilityToggleButtonProps={{ 'aria-label': t(visible ? 'colleagues.hide' : 'colleagues.show') }}
      {...field}
    />
  );
}
