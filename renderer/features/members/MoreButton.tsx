import { Button } from '@mantine/core';
import classes from './tabs.module.css';

interface MoreButtonProps {
  readonly pages: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
  readonly words: string;
}

/** Brings what is further back, as long as there is any. */
export function MoreButton({ pages, words }: MoreButtonProps) {
  if (!pages.hasNextPage) return null;
  return (
    <Button
      variant="default"
      className={classes.more ?? ''}
      loading={pages.isFetchingNextPage}
      onClick={() => void pages.fetchNextPage()}
    >
      {words}
    </Button>
  );
}
