import { conditionText } from '@tributary/client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { listMembers, memberFile } from '../api/segments.ts';
import { customerSegments } from '../api/settings.ts';
import { formatMoney } from '../figures/money.ts';
import { Answer, Empty } from '../look/Answer.tsx';
import { ExportButton } from '../look/ExportButton.tsx';
import { LoadMore } from '../look/LoadMore.tsx';
import { Panel } from '../look/Panel.tsx';
import { Page } from '../shell/Page.tsx';
import { MemberTable } from './MemberTable.tsx';
import { segmentIn } from './segmentPath.ts';
import { t } from '../words/words.ts';

const useMembers = (segmentId: string) =>
  useInfiniteQuery({
    queryKey: ['segment-members', segmentId],
    queryFn: ({ pageParam, signal }) => listMembers(segmentId, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });

/** @param isAll whether all customers were looked through */
const Nobody = ({ isAll }: { readonly isAll: boolean }) =>
  isAll ? (
    <Empty title={t('Nobody is in it')} />
  ) : (
    <Empty title={t('Nobody so far')}>{t('There are more customers to look through.')}</Empty>
  );

interface MembersPanelProps {
  readonly segmentId: string;
  readonly name: string;
}

const MembersPanel = ({ segmentId, name }: MembersPanelProps) => {
  const members = useMembers(segmentId);
  const items = members.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel
      title={t('Customers')}
      flush
      aside={
        members.isSuccess && (
          <ExportButton
            name={`${segmentId}.csv`}
            counted={(rows) => t('{rows, plural, one {# customer} other {# customers}}', { rows })}
            file={(signal) => memberFile(segmentId, signal)}
          />
        )
      }
    >
      <Answer of={members}>
        {() =>
          items.length > 0 ? (
            <MemberTable of={name} members={items} />
          ) : (
            <Nobody isAll={!members.hasNextPage} />
          )
        }
      </Answer>
      <LoadMore of={members} />
    </Panel>
  );
};

const ShownSegment = ({ segmentId }: { readonly segmentId: string }) => {
  const { data } = useQuery({
    queryKey: [customerSegments.name],
    queryFn: ({ signal }) => customerSegments.read(signal),
  });
  const segment = data?.segments.find((one) => one.segmentId === segmentId);
  const name = segment?.name ?? segmentId;
  return (
    <Page title={name}>
      {segment && (
        <p>{segment.conditions.map((condition) => conditionText(condition, formatMoney)).join('; ')}</p>
      )}
      <p className="quiet">
        {t(
          'Who of the customer file is in it now; guests are not listed. Scores of 5 are of recency, frequency and value.',
        )}
      </p>
      <MembersPanel segmentId={segmentId} name={name} />
    </Page>
  );
};

/** Who is in a segment of customers. */
const SegmentRoom = () => {
  const segmentId = segmentIn(useLocation().pathname);
  return <ShownSegment key={segmentId} segmentId={segmentId} />;
};

export default SegmentRoom;
