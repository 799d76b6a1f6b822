import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { PAGE_TITLE } from '../../ui/Page.tsx';

/** After a page change the focus goes to its title, unless the page has put it somewhere itself (the till's search). */
export function useRouteFocus(mainId: string): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged }) => {
        const main = document.getElementById(mainId);
        if (!pathChanged || main?.contains(document.activeElement)) return;
        document.getElementById(PAGE_TITLE)?.focus();
      }),
    [router, mainId],
  );
}
