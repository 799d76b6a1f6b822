import { useMantineColorScheme } from '@mantine/core';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch, IconUser } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../lib/api.ts';
import { LANGUAGES, type Language, switchLanguage } from '../../lib/i18n.ts';
import { useMay } from '../../lib/signed-in.ts';
import { CloseKey } from '../../ui/Dialog.tsx';
import { ShortcutLayer } from '../../ui/shortcuts/ShortcutLayer.tsx';
import { markFirst } from './mark-first.ts';
import classes from './Palette.module.css';
import { usePages } from './pages.ts';
import { THEMES } from './ThemeMenu.tsx';
import { useSignOut } from './use-sign-out.ts';

const [store, palette] = createSpotlight();
export const openPalette = (): void => palette.open();

interface Entry {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
}

const fits = (q: string) => (entry: Entry) => entry.label.toLowerCase().includes(q);

interface PaletteProps {
  readonly onSwitchStaff: () => void;
  readonly onTour: () => void;
  /** Where the page can be explained. */
  readonly onHelp?: () => void;
  /** Only for those who may. */
  readonly onShift?: () => void;
  readonly onVoidLast?: () => void;
}

/** Ctrl+K: every page, every action of the frame, and members by name, phone or card. */
export function Palette({ onSwitchStaff, onTour, onHelp, onShift, onVoidLast }: PaletteProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const offered = usePages();
  const { setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const maySeeMembers = useMay('member.read');
  const [query, setQuery] = useState('');
  const q = query.trim().toLowerCase();
  const asked = useDeferredValue(q);
  const found = useQuery(
    trpc.members.find.queryOptions(
      { q: asked, limit: 6 },
      { enabled: maySeeMembers && asked !== '' && q !== '', placeholderData: keepPreviousData },
    ),
  );

  const pages: Entry[] = offered.map(({ to, word }) => ({ id: to, label: t(word), run: () => void navigate({ to }) }));
  const actions: Entry[] = [
    ...Object.entries(LANGUAGES).map(([language, name]) => ({
      id: language,
      label: `${t('frame.language')}: ${name}`,
      run: () => void switchLanguage(language as Language),
    })),
    ...THEMES.map((theme) => ({
      id: theme,
      label: `${t('frame.theme.label')}: ${t(`frame.theme.${theme}`)}`,
      run: () => setColorScheme(theme),
    })),
    ...(onShift ? [{ id: 'shift', label: t('shifts.palette'), run: onShift }] : []),
    ...(onVoidLast ? [{ id: 'void-last', label: t('returns.void.action'), run: onVoidLast }] : []),
    ...(onHelp ? [{ id: 'help', label: t('help.open'), run: onHelp }] : []),
    { id: 'tour', label: t('tour.start'), run: onTour },
    { id: 'switch', label: t('frame.switchStaff'), run: onSwitchStaff },
    { id: 'sign-out', label: t('frame.signOut'), run: signOut },
  ];
  const groups = [
    { title: t('frame.palette.pages'), entries: pages.filter(fits(q)) },
    { title: t('frame.palette.actions'), entries: actions.filter(fits(q)) },
  ].filter((group) => group.entries.length > 0);
  // Enter takes the first one, so those found for a shorter text are no answer.
  const members = q === '' || asked !== q || found.isPlaceholderData ? [] : (found.data?.matches ?? []);
  // A window that is locked or signed out opens without it.
  useEffect(() => palette.close, []);
  // Members arrive after the words that were typed; Enter must take the first of what is shown.
  const first = members[0]?.memberId ?? groups[0]?.entries[0]?.id;
  useEffect(() => {
    if (first !== undefined) markFirst(store);
  }, [first]);

  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      closeOnEscape={false}
      scrollable
      maxHeight={440}
      // Names the dialog; out of sight, since the search field says the same.
      title={t('frame.palette.label')}
      classNames={{ header: classes.header ?? '', action: classes.action ?? '', actionsGroup: classes.group ?? '' }}
      centered={false}
      yOffset={96}
      attributes={{ header: { role: 'presentation' } }}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      transitionProps={{ duration: 0 }}
    >
      <ShortcutLayer>
        <CloseKey onClose={palette.close} />
        <Spotlight.Search
          placeholder={t('frame.palette.placeholder')}
          aria-label={t('frame.palette.label')}
          leftSection={<IconSearch size={20} stroke={1.5} aria-hidden />}
        />
        <Spotlight.ActionsList>
          {members.length > 0 && (
            <Spotlight.ActionsGroup label={t('frame.palette.members')}>
              {members.map(({ memberId, name, phoneMasked, tier }) => (
                <Spotlight.Action
                  key={memberId}
                  label={name ?? t('members.noName')}
                  description={[phoneMasked, t(`members.tier.${tier}`)].filter(Boolean).join(' · ')}
                  leftSection={<IconUser size={20} stroke={1.5} aria-hidden />}
                  onClick={() => void navigate({ to: '/members/$memberId', params: { memberId } })}
                />
              ))}
            </Spotlight.ActionsGroup>
          )}
          {groups.map((group) => (
            <Spotlight.ActionsGroup key={group.title} label={group.title}>
              {group.entries.map(({ id, label, run }) => (
                <Spotlight.Action key={id} label={label} onClick={run} />
              ))}
            </Spotlight.ActionsGroup>
          ))}
          {groups.length === 0 && members.length === 0 && !found.isFetching && (
            <Spotlight.Empty>{t('frame.palette.nothing')}</Spotlight.Empty>
          )}
        </Spotlight.ActionsList>
      </ShortcutLayer>
    </Spotlight.Root>
  );
}
