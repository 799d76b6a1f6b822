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
  /** Opens it to be changed, where it can be. */
  readonly onEdit?: () => void;
  readonly onRemove: () => void;
}

export interface Filters {
  /** Each reads as a sentence; all of them hold. */
  readonly chips: readonly Filter[];
  readonly onClear: () => void;
}

export interface ListSearch {
  readonly value: string;
  /** What the rows are asked for: it may lag behind what is typed. */
  readonly asked: string;
  readonly onChange: (value: string) => void;
  readonly label: string;
}

interface ListBarProps {
  readonly search: ListSearch | undefined;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  /** Enter or ArrowDown in the search goes to the rows. */
  readonly onSearchDone: () => void;
  readonly filters: Filters;
  readonly onShowAll: () => void;
  readonly controls: ReactNode;
  readonly total: number | undefined;
  readonly busy: boolean;
  /** At the far end. */
  readonly actions: ReactNode;
}

/** Above a list: search, filters as sentences, how many rows. */
export function ListBar(props: ListBarProps) {
  const { t } = useTranslation();
  const { search, searchRef, onSearchDone, filters, onShowAll, controls, total, busy, actions } = props;
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
      {filters.chips.map(({ id, sentence, onEdit, onRemove }) => (
        <span key={id} className={classes.chip}>
          {onEdit ? (
            <button type="button" className={classes.sentence} onClick={onEdit}>
              {sentence}
            </button>
          ) : (
            <span className={classes.sentence}>{sentence}</span>
          )}
          <button
            type="button"
            className={classes.remove}
            aria-label={t('table.removeFilter', { filter: sentence })}
            onClick={onRemove}
          >
            <IconX size={14} stroke={1.5} aria-hidden />
          </button>
        </span>
      ))}
      {filters.chips.length > 1 && (
        <button type="button" className={classes.showAll} onClick={onShowAll}>
          {t('table.clearFilters')}
        </button>
      )}
      <span className={classes.end}>
        <span className={classes.count} role="status">
          {total !== undefined && t('table.rows', { count: total })}
        </span>
        {actions}
      </span>
    </div>
  );
}
