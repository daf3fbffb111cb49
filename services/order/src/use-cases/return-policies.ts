import type { ReturnPolicy } from '@tributary/contracts';
import { Aggregates, type Cause, type EventStore, accept } from '@tributary/event-store';
import { type PolicyEvent, policyFold, policyStream } from '../domain/order/return/policy.ts';

/** The policy by which goods come back: one for all orders, as it was set last. */
export class ReturnPolicies {
  private readonly policies: Aggregates<ReturnPolicy, PolicyEvent>;

  constructor(store: EventStore) {
    this.policies = new Aggregates(store, 'order', policyFold, (event) => event as unknown as PolicyEvent);
  }

  async current(): Promise<ReturnPolicy> {
    return (await this.policies.load(policyStream)).state;
  }

  async set(cause: Cause, policy: ReturnPolicy): Promise<void> {
    await this.policies.execute(cause, policyStream, () =>
      accept({ type: 'tributary.return.policy-set.v1' as const, data: policy }),
    );
  }
}
