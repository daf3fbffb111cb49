import { useState } from 'react';
import type { ChangePreview } from '../../api/change.ts';
import type { Order } from '../../api/order.ts';
import { problemOf } from '../../api/problem.ts';
import { type Changes, changesOf } from './changes.ts';
import { type Draft, emptyDraft } from './draft.ts';
import { reasonsByPlace } from './previewWords.ts';
import { useMakeChange } from './useMakeChange.ts';
import { usePreview } from './usePreview.ts';

/** What is in the way of the changes: by the preview, or by the platform that could not read them. */
const inTheWayOf = (preview: ChangePreview | undefined, error: unknown) => {
  const { blocked = [] } = preview ?? {};
  const { errors = [] } = error === null ? {} : problemOf(error);
  return [...blocked, ...errors.map(({ pointer, message }) => ({ pointer, reason: message }))];
};

/** Whether what is sent is whole, was looked at as it is, and meets nothing in its way. */
const isReady = ({ lacking }: Changes, looked: ChangePreview | undefined): looked is ChangePreview =>
  looked !== undefined && lacking.length === 0 && looked.blocked.length === 0;

/**
 * A change of the order on its way: what is entered, what comes of it, and how it is made.
 * @param made told once the order is changed
 */
export const useDraft = (order: Order, made: () => void) => {
  const [draft, change] = useState<Draft>(emptyDraft);
  const changes = changesOf(order, draft);
  const asked = changes.sent.map((one) => one.change);
  const preview = usePreview(order.orderId, asked);
  const { mutation, isToRepeat, make } = useMakeChange(order.orderId, draft);
  const { current } = preview;
  const reason = draft.reason.trim();
  const looked = isReady(changes, current)
    ? { asked: { changes: asked, ...(reason !== '' && { reason }) }, rev: current.rev }
    : undefined;
  return {
    draft,
    change,
    changes,
    preview,
    reasons: reasonsByPlace(changes, inTheWayOf(current, preview.error)),
    /** Whether anything would be lost by closing it. */
    isTouched: changes.sent.length + changes.lacking.length > 0 || reason !== '',
    mayBeMade: looked !== undefined || isToRepeat,
    isToRepeat,
    isBeingMade: mutation.isPending,
    failure: mutation.error,
    make: () => make(looked, { onSuccess: made, onError: preview.again }),
  };
};
