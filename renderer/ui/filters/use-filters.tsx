import { Button } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Condition, MAX_CONDITIONS } from '../../../shared/lists/conditions.ts';
import type { ListName } from '../../../shared/lists/layout.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Dialog } from '../Dialog.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import type { Filters } from '../table/ListBar.tsx';
import { FilterForm } from './FilterForm.tsx';
import type { FilterTerms, Where } from './filter-terms.ts';
import { KeptFilters } from './KeptFilters.tsx';
import { sentence } from './sentence.ts';

/** What a list shows of its filter: the chips that read as sentences, and the controls that make them. */
interface ListFilters {
  readonly filters: Filters;
  readonly controls: ReactNode;
}

/** The filter of a list, made and changed in sentences. Alt+F adds one. */
export function useFilters(
  list: ListName,
  terms: FilterTerms,
  where: Where,
  onChange: (where: Where) => void,
): ListFilters {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const [edited, setEdited] = useState<Condition | 'new' | null>(null);
  const mayAdd = where.length < MAX_CONDITIONS;
  const add = () => setEdited('new');
  useShortcuts(t('filters.add'), [{ keys: 'Alt+F', label: t('filters.title'), run: add, when: mayAdd }]);

  const known = edited === 'new' ? null : edited;
  const done = (condition: Condition) => {
    onChange(known ? where.map((each) => (each === known ? condition : each)) : [...where, condition]);
    setEdited(null);
  };
  return {
    filters: {
      chips: where.map((condition, at) => ({
        id: String(at),
        sentence: sentence(condition, terms, t, format, i18n.language),
        onEdit: () => setEdited(condition),
        onRemove: () => onChange(where.filter((each) => each !== condition)),
      })),
      onClear: () => onChange([]),
    },
    controls: (
      <>
        <Button
          variant="default"
          leftSection={<IconFilter size={16} stroke={1.5} aria-hidden />}
          aria-keyshortcuts="Alt+F"
          disabled={!mayAdd}
          onClick={add}
        >
          {t('filters.add')}
        </Button>
        <KeptFilters list={list} where={where} onApply={onChange} />
        <Dialog
          opened={edited !== null}
          onClose={() => setEdited(null)}
          title={t(known ? 'filters.changeTitle' : 'filters.title')}
          size={520}
        >
          <FilterForm terms={terms} condition={known} onDone={done} onLeave={() => setEdited(null)} />
        </Dialog>
      </>
    ),
  };
}
