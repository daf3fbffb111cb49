import { useState } from 'react';

/** Chooses some of a list, or no longer. */
export type Choose = (ids: readonly string[], isChosen: boolean) => void;

/** What is chosen of a list, by id, to do the same with all of it. */
export const useChosen = () => {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const choose: Choose = (some, isChosen) =>
    setIds(
      (before) => new Set(isChosen ? [...before, ...some] : [...before].filter((id) => !some.includes(id))),
    );
  return { ids, choose, empty: () => setIds(new Set()) };
};
