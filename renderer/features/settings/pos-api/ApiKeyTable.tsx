import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApiKeyRow } from '../../../../shared/contract/api-keys.contract.ts';
import { RelativeTime } from '../../../ui/facts/RelativeTime.tsx';
import classes from '../SettingsTable.module.css';

interface ApiKeyTableProps {
  readonly keys: readonly ApiKeyRow[];
  readonly onRevoke: (key: ApiKeyRow) => void;
}

/** One row a key, newest first; revoked ones stay, greyed. */
export function ApiKeyTable({ keys, onRevoke }: ApiKeyTableProps) {
  const { t } = useTranslation();
  return (
    <table className={classes.table} aria-label={t('posApi.keys.title')}>
      <thead>
        <tr>
          <th scope="col">{t('posApi.keys.name')}</th>
          <th scope="col">{t('posApi.keys.ending')}</th>
          <th scope="col">{t('posApi.keys.made')}</th>
          <th scope="col">{t('posApi.keys.lastUsed')}</th>
          <th scope="col">{t('posApi.keys.state')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key.keyId} data-past={key.revokedAtMs !== null || undefined}>
            <th scope="row">{key.name}</th>
            <td>
              <code>{key.ending}</code>
            </td>
            <td>
              <RelativeTime atMs={key.createdAtMs} />
              {key.createdBy !== null && ` · ${key.createdBy}`}
            </td>
            <td>{key.lastUsedAtMs === null ? t('posApi.keys.never') : <RelativeTime atMs={key.lastUsedAtMs} />}</td>
            <td>
              {key.revokedAtMs === null ? (
                t('posApi.keys.inForce')
              ) : (
                <>
                  {t('posApi.keys.revoked')} · <RelativeTime atMs={key.revokedAtMs} />
                </>
              )}
            </td>
            <td className={classes.acts}>
              {key.revokedAtMs === null && (
                <Button
                  variant="subtle"
                  color="red"
                  size="compact-sm"
                  aria-label={t('posApi.keys.revokeFor', { name: key.name })}
                  onClick={() => onRevoke(key)}
                >
                  {t('posApi.keys.revoke')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
