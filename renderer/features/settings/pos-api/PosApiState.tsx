import { Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { PosApiStatus } from '../../../../shared/contract/api-keys.contract.ts';
import { CopyText } from '../../../ui/CopyText.tsx';
import { DefinitionList } from '../../../ui/facts/DefinitionList.tsx';

function stateWords({ state, port }: PosApiStatus, t: TFunction): string {
  if (state.kind === 'listening') return t('posApi.listening');
  if (state.kind === 'port-busy') return t('posApi.portBusy', { port: String(state.port) });
  if (state.kind === 'failed') return t('posApi.failed', { port: String(port), code: state.code });
  return t('posApi.off');
}

/** Whether it listens and where, and what its callers' vendor reads. */
export function PosApiState({ status }: { readonly status: PosApiStatus }) {
  const { t } = useTranslation();
  const { state } = status;
  const isWrong = state.kind === 'port-busy' || state.kind === 'failed';
  const words = stateWords(status, t);
  return (
    <>
      <Text c="dimmed" mb="sm">
        {t('posApi.body')}
      </Text>
      <DefinitionList
        columns={1}
        facts={[
          {
            label: t('posApi.state'),
            value: isWrong ? (
              <span role="alert" style={{ color: 'var(--danger)' }}>
                {words}
              </span>
            ) : (
              <span role="status">{words}</span>
            ),
          },
          ...(state.kind === 'listening'
            ? [
                {
                  label: t('posApi.address'),
                  value: <CopyText text={state.address} label={t('posApi.copyAddress')} />,
                },
                {
                  label: t('posApi.document'),
                  value: <CopyText text={`${state.address}/openapi.json`} label={t('posApi.copyDocument')} />,
                },
              ]
            : []),
          { label: t('posApi.vendor'), value: t('posApi.vendorPage') },
        ]}
      />
    </>
  );
}
