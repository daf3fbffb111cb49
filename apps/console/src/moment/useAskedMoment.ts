import { useSearchParams } from 'react-router';
import type { AskedMoment } from '../api/moment.ts';

const names = ['asOf', 'knownAt'] as const;

/** The moment that is looked at stands in the address, beside what else does, so that it can be handed on. */
export const useAskedMoment = (): readonly [AskedMoment, (moment: AskedMoment) => void] => {
  const [search, setSearch] = useSearchParams();
  const moment: AskedMoment = Object.fromEntries(
    names.flatMap((name) => {
      const at = search.get(name);
      return at ? [[name, at]] : [];
    }),
  );
  const ask = (next: AskedMoment) =>
    setSearch((before) => {
      const others = [...before].filter(([name]) => !(names as readonly string[]).includes(name));
      return new URLSearchParams([...others, ...Object.entries(next)]);
    });
  return [moment, ask];
};
