import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Attempt, changeOrder } from '../../api/change.ts';
import { newKey } from '../../api/newKey.ts';
import { problemOf } from '../../api/problem.ts';

type Looked = Omit<Attempt, 'key'>;

interface Made {
  readonly attempt: Attempt;
  /** What was entered when it was made. */
  readonly entered: unknown;
}

/**
 * Makes a change. One that may have been made although no answer came is sent again as it was, under the same
 * key, for as long as nothing else is entered: the order may by now look as if nothing differed any more.
 * @param entered what is entered now, told apart by identity
 */
export const useMakeChange = (orderId: string, entered: unknown) => {
  const client = useQueryClient();
  const [uncertain, setUncertain] = useState<Made>();
  const mutation = useMutation({
    mutationFn: ({ attempt }: Made) => changeOrder(orderId, attempt),
    onMutate: () => setUncertain(undefined),
    onError: (error, made) => {
      if (problemOf(error).retryable) setUncertain(made);
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['order', orderId] });
      await client.invalidateQueries({ queryKey: ['orders'] });
    },
  });
  const again = uncertain?.entered === entered ? uncertain?.attempt : undefined;
  return {
    mutation,
    /** Whether an attempt is to be sent again. */
    isToRepeat: again !== undefined,
    make: (looked: Looked | undefined, done: { onSuccess: () => void; onError: () => void }) => {
      const attempt = again ?? (looked && { ...looked, key: newKey() });
      if (attempt !== undefined) mutation.mutate({ attempt, entered }, done);
    },
  };
};
