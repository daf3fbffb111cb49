import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type SegmentsPreview, trySegments } from '../api/settings.ts';
import { customerPath } from '../customer/customerPath.ts';
import { NotTried } from './NotTried.tsx';
import { type SegmentsDraft, faultsOfSegments, segmentsOfDraft } from './segments.ts';
import styles from './Settings.module.css';
import { notSent } from './useSettingForm.ts';
import { t } from '../words/words.ts';

type Tried = SegmentsPreview['segments'][number];

const Examples = ({ of: { customers, examples } }: { readonly of: Tried }) => (
  <>
    {customers > examples.length ? t(', among them ') : ': '}
    {examples.map(({ customerId, name }, at) => (
      <span key={customerId}>
        {at > 0 && ', '}
        <Link to={customerPath(customerId)}>{name ?? customerId}</Link>
      </span>
    ))}
  </>
);

const Outcome = ({ customers, segments }: SegmentsPreview) => (
  <>
    <p>{t('Of the customers who ordered last ({customers}) there would be', { customers })}</p>
    <ul>
      {segments.map((segment) => (
        <li key={segment.segmentId}>
          {t('{customers} in {name}', { customers: segment.customers, name: segment.name })}
          {segment.examples.length > 0 && <Examples of={segment} />}
        </li>
      ))}
    </ul>
  </>
);

const placeOf = (pointer: string): string => {
  const [, list, segment, , condition] = pointer.split('/');
  if (list !== 'segments' || segment === undefined) return '';
  const named = t('Segment {segment}', { segment: Number(segment) + 1 });
  return condition === undefined
    ? `${named}: `
    : t('{named}, condition {condition}: ', { named, condition: Number(condition) + 1 });
};

/** The same for what was only saved in the meantime. */
const textOf = (draft: SegmentsDraft): string => JSON.stringify(segmentsOfDraft(draft));

/** Who would be in the segments as they are entered, before they are saved. */
export const SegmentsTry = ({ draft }: { readonly draft: SegmentsDraft }) => {
  const preview = useMutation({
    mutationFn: async (tried: SegmentsDraft) => {
      const errors = faultsOfSegments(tried);
      if (errors.length > 0) throw notSent(errors);
      return trySegments(segmentsOfDraft(tried));
    },
  });
  const isOfThese = preview.variables !== undefined && textOf(preview.variables) === textOf(draft);
  return (
    <div className={styles.tried}>
      <div className={styles.foot}>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            if (!preview.isPending) preview.mutate(draft);
          }}
        >
          {t('Try on those who ordered last')}
        </Button>
        <p role="status" className="quiet">
          {preview.isPending && t('Trying …')}
          {preview.isSuccess &&
            (isOfThese ? t('Tried; nothing is saved by it.') : t('Changed since it was tried.'))}
        </p>
      </div>
      {preview.isError && <NotTried error={preview.error} placeOf={placeOf} />}
      {preview.isSuccess && isOfThese && <Outcome {...preview.data} />}
    </div>
  );
};
