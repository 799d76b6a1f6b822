import { CloseButton, Loader, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../shortcuts/key-match.ts';
import classes from './ListBar.module.css';

export interface Filter {
  readonly id: string;
  /** "Tier is gold" */
  readonly sentence: string;
  readonly onRemove: () => void;
}

interface ListBarProps {
  readonly search:
    | { readonly value: string; readonly onChange: (value: string) => void; readonly label: string }
    | undefined;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  /** Enter or ArrowDown in the search goes to the rows. */
  readonly onSearchDone: () => void;
  readonly filters: readonly Filter[];
  readonly onShowAll: () => void;
  readonly controls: ReactNode;
  readonly total: number | undefined;
  readonly busy: boolean;
}

/** Above a list: search, filters as sentences, how many rows. */
export function ListBar(props: ListBarProps) {
  const { t } = useTranslation();
  const { search, searchRef, onSearchDone, filters, onShowAll, controls, total, busy } = props;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      onSearchDone();
    } else if (event.key === 'Escape' && search?.value) {
      event.preventDefault();
      search.onChange('');
    }
  };
  return (
    <div className={classes.bar}>
      {search && (
        <TextInput
          ref={searchRef}
          className={classes.search}
          type="search"
          aria-label={search.label}
          placeholder={search.label}
          value={search.value}
          onChange={(event) => search.onChange(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />}
          rightSection={
            busy ? (
              <Loader size={14} aria-hidden />
            ) : (
              search.value && (
                <CloseButton size="sm" aria-label={t('actions.clear')} onClick={() => search.onChange('')} />
              )
            )
          }
        />
      )}
      {controls}
      {filters.map(({ id, sentence, onRemove }) => (
        <button
          key={id}
          type="button"
          className={classes.chip}
          aria-label={t('table.removeFilter', { filter: sentence })}
          onClick={onRemove}
        >
          {sentence}
          <IconX size={14} stroke={1.5} aria-hidden />
        </button>
      ))}
      {filters.length > 1 && (
        <button type="button" className={classes.showAll} onClick={onShowAll}>
          {t('table.clearFilters')}
        </button>
      )}
      <span className={classes.count} role="status">
        {total !== undefined && t('table.rows', { count: total })}
      </span>
    </div>
  );
}
