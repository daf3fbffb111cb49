import type { GatewayFact } from '@tributary/contracts';
import { type Decision, type Fold, type Refusal, accept, refuse } from '@tributary/event-store';

/** Where a message that could not be taken in stands; `unknown` where none was quarantined. */
export type Standing = 'unknown' | 'quarantined' | 'dismissed' | 'released';

const evolve = (standing: Standing, { type }: GatewayFact): Standing => {
  switch (type) {
    case 'tributary.message.quarantined.v1':
      return 'quarantined';
    case 'tributary.message.dismissed.v1':
      return 'dismissed';
    case 'tributary.message.released.v1':
      return 'released';
    // Told of a message that was taken in, in a stream of its own.
    case 'tributary.message.unknown-name.v1':
      return standing;
    default:
      return type satisfies never;
  }
};

export const standingFold: Fold<GatewayFact, Standing> = { initialState: 'unknown', evolve };

export interface Dismissal {
  readonly messageId: string;
  /** Why nobody will release it, in a person's words. */
  readonly reason: string;
  /** `<role>:<keyId>` of who says so. */
  readonly by: string;
}

export type NotDismissed = Refusal & {
  readonly code: 'not-found' | 'already-dismissed' | 'already-released';
};

/**
 * Only what waits is dismissed. It is kept whole, may be released all the same, and stays dismissed when the same
 * message comes again.
 */
export const dismiss = (dismissal: Dismissal, standing: Standing): Decision<GatewayFact, NotDismissed> => {
  switch (standing) {
    case 'quarantined':
      return accept<GatewayFact>({ type: 'tributary.message.dismissed.v1', data: dismissal });
    case 'dismissed':
      return refuse({ code: 'already-dismissed', reason: 'This message was dismissed before.' });
    case 'released':
      return refuse({ code: 'already-released', reason: 'This message was released before.' });
    case 'unknown':
      return refuse({
        code: 'not-found',
        reason: `There is no message ${dismissal.messageId} in quarantine.`,
      });
    default:
      return standing satisfies never;
  }
};
