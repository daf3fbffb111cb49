import { Button } from '@mantine/core';
import styles from './LoadMore.module.css';
import { t } from '../words/words.ts';

/** A list that is read page by page, as an infinite query has it. */
interface Paged {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}

/** Below a list: its next page, as long as there is one. */
export const LoadMore = ({ of }: { readonly of: Paged }) =>
  of.hasNextPage ? (
    <div className={styles.more}>
      <Button
        variant="default"
        size="xs"
        loading={of.isFetchingNextPage}
        onClick={() => void of.fetchNextPage()}
      >
        {t('Load more')}
      </Button>
    </div>
  ) : null;
