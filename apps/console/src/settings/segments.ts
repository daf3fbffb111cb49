import type { Fault } from '../api/problem.ts';
import type { Segments } from '../api/settings.ts';
import { type EnteredRfm, draftOfRfm, faultsOfRfm, rfmOfDraft } from './rfm.ts';
import { type Rows, rowsOf } from './rows.ts';
import {
  type EnteredCondition,
  blankCondition,
  conditionOfDraft,
  draftOfCondition,
  faultsOfCondition,
} from './segmentCondition.ts';
import { t } from '../words/words.ts';

/** A segment as it is entered. */
export interface EnteredSegment {
  readonly segmentId: string;
  readonly name: string;
  readonly conditions: Rows<EnteredCondition>;
}

export interface SegmentsDraft {
  readonly rfm: EnteredRfm;
  readonly segments: Rows<EnteredSegment>;
}

export const blankSegment: EnteredSegment = { segmentId: '', name: '', conditions: rowsOf([blankCondition]) };

export const draftOfSegments = ({ rfm, segments }: Segments): SegmentsDraft => ({
  rfm: draftOfRfm(rfm),
  segments: rowsOf(
    segments.map(({ segmentId, name, conditions }) => ({
      segmentId,
      name,
      conditions: rowsOf(conditions.map(draftOfCondition)),
    })),
  ),
});

/** What keeps segments from being sent; pointers as of refusals by the platform. */
export const faultsOfSegments = ({ rfm, segments }: SegmentsDraft): readonly Fault[] => [
  ...faultsOfRfm(rfm),
  ...segments.flatMap(({ conditions }, at) => {
    const pointer = `/segments/${at}/conditions`;
    return conditions.length === 0
      ? [{ pointer, message: t('Add at least one condition, or everybody is in it.') }]
      : conditions.flatMap((condition, place) => faultsOfCondition(condition, `${pointer}/${place}`));
  }),
];

/** The segments as they were entered; they are to be without `faultsOfSegments`. */
export const segmentsOfDraft = ({ rfm, segments }: SegmentsDraft): Segments => {
  const scoring = rfmOfDraft(rfm);
  return {
    ...(scoring && { rfm: scoring }),
    segments: segments.map(({ segmentId, name, conditions }) => ({
      segmentId: segmentId.trim(),
      name: name.trim(),
      conditions: conditions.map(conditionOfDraft),
    })),
  };
};
