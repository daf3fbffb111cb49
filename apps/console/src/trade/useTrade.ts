import { useQuery } from '@tanstack/react-query';
import { readTrade } from '../api/trade.ts';
import { useIdentity } from '../sign-in/useSession.ts';

/** Roles that report on trade. */
const reporting = ['admin', 'ops', 'analyst'];

/** Whether whoever is signed in may see trade by day; undefined until that is known. */
export const useMayReport = (): boolean | undefined => {
  const { data } = useIdentity();
  return data && reporting.includes(data.role);
};

export const useTrade = (from: string, to: string) =>
  useQuery({
    queryKey: ['trade', from, to],
    queryFn: ({ signal }) => readTrade(from, to, signal),
    enabled: from !== '' && to !== '',
  });
