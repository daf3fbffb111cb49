import type { BusFact, FactOf, GatewayFact, InboxMessage } from '@tributary/contracts';
import type { Collection, Projection } from '@tributary/read-store';

/** Longest beginning of a message kept in a list: a few messages of megabytes must not make the list unreadable. */
const longestShown = 16_384;

const shown = (raw: string): Pick<InboxMessage, 'raw' | 'rawLength'> =>
  raw.length > longestShown ? { raw: raw.slice(0, longestShown), rawLength: raw.length } : { raw };

export const quarantine: Collection<InboxMessage> = {
  name: 'gateway.quarantine',
  version: 5,
  fields: {
    state: { type: 'text', of: ({ state }) => state },
    code: { type: 'text', of: ({ code }) => code },
    source: { type: 'text', of: ({ source }) => source ?? null },
    type: { type: 'text', of: ({ type }) => type ?? null },
    receivedAt: { type: 'text', of: ({ receivedAt }) => receivedAt },
  },
  indexes: [['receivedAt'], ['state', 'receivedAt']],
};

type Gateway<T extends GatewayFact['type']> = FactOf<GatewayFact, T>['data'];
type Bus<T extends BusFact['type']> = FactOf<BusFact, T>['data'];

const parkedId = ({ group, partition, position }: Bus<'tributary.message.redriven.v1'>): string =>
  partition === undefined ? `${group}.${position}` : `${group}.${partition}.${position}`;

export const quarantinedMessage: Projection<InboxMessage> = {
  collection: quarantine,
  idOf: ({ type, data }) => {
    switch (type) {
      case 'tributary.message.quarantined.v1':
      case 'tributary.message.dismissed.v1':
      case 'tributary.message.released.v1':
        return (data as { messageId: string }).messageId;
      case 'tributary.message.parked.v1':
      case 'tributary.message.redriven.v1':
        return parkedId(data as Bus<'tributary.message.parked.v1'>);
      default:
        return undefined;
    }
  },
  evolve: (before, { type, data, time, recordedTime }) => {
    switch (type) {
      case 'tributary.message.quarantined.v1': {
        const {
          messageId,
          code,
          reason,
          faults,
          source,
          type: messageType,
          receivedAt,
          raw,
          whole,
        } = data as Gateway<'tributary.message.quarantined.v1'>;
        return {
          messageId,
          state: 'quarantined',
          code,
          reason,
          faults,
          ...(source && { source }),
          ...(messageType && { type: messageType }),
          receivedAt,
          ...shown(raw),
          ...(whole && { whole }),
        };
      }
      case 'tributary.message.parked.v1': {
        const parked = data as Bus<'tributary.message.parked.v1'>;
        const { group, partition, position, eventId, eventType, error, attempts } = parked;
        return {
          messageId: parkedId(parked),
          state: 'parked',
          code: 'handler-failed',
          reason: `${group} could not apply it in ${attempts} attempts: ${error}`,
          faults: [],
          type: eventType,
          receivedAt: recordedTime > time ? recordedTime : time,
          parked: { group, ...(partition !== undefined && { partition }), position, eventId },
        };
      }
      case 'tributary.message.dismissed.v1': {
        const { by, reason } = data as Gateway<'tributary.message.dismissed.v1'>;
        return before && { ...before, state: 'dismissed', dismissed: { by, at: time, reason } };
      }
      case 'tributary.message.released.v1': {
        const { by, acceptedAs, reason, corrections } = data as Gateway<'tributary.message.released.v1'>;
        const released = {
          by,
          at: time,
          eventId: acceptedAs,
          ...(reason && { reason }),
          ...(corrections && { corrections }),
        };
        return before && { ...before, state: 'released', released };
      }
      case 'tributary.message.redriven.v1': {
        const { eventId } = data as Bus<'tributary.message.redriven.v1'>;
        return before && { ...before, state: 'released', released: { at: time, eventId } };
      }
      default:
        return before;
    }
  },
};
