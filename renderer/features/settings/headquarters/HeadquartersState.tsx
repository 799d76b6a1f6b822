import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HqStatus } from '../../../../shared/contract/headquarters.contract.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { CopyText } from '../../../ui/CopyText.tsx';
import { DefinitionList } from '../../../ui/facts/DefinitionList.tsx';

interface HeadquartersStateProps {
  readonly status: HqStatus;
  readonly enrolment: NonNullable<HqStatus['enrolment']>;
}

/** What waits, since when, and what to do where the two do not come together. */
export function HeadquartersState({ status, enrolment }: HeadquartersStateProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { trouble, waitingRows, isRunning, isFrozen, exchangedAtMs } = status;
  const inStep = isRunning ? t('headquarters.running') : t('headquarters.inStep');
  const waiting = waitingRows > 0 || exchangedAtMs === null;
  return (
    <>
      {trouble && (
        <Text role="alert" c="var(--danger)" mb="sm">
          {t(`refusals.${trouble}`)}
        </Text>
      )}
      {isFrozen && (
        <Text role="alert" c="var(--attention)" mb="sm">
          {t('headquarters.frozen')}
        </Text>
      )}
      <DefinitionList
        columns={1}
        facts={[
          {
            label: t('headquarters.state'),
            value: <span role="status">{waiting ? t('headquarters.waiting', { count: waitingRows }) : inStep}</span>,
          },
          {
            label: t('headquarters.lastExchange'),
            value: exchangedAtMs === null ? t('headquarters.never') : format.dateTime(exchangedAtMs),
          },
          { label: t('headquarters.called'), value: enrolment.storeName },
          { label: t('headquarters.at'), value: enrolment.address },
          {
            label: t('headquarters.pin'),
            value: <CopyText text={pinText(enrolment.pin)} label={t('headquarters.copyPin')} />,
          },
        ]}
      />
    </>
  );
}

/** In fours, as headquarters prints it. */
const pinText = (pin: string): string => pin.toUpperCase().match(/.{4}/g)?.join(' ') ?? pin;
