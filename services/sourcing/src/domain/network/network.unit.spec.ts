import { RuleSet, type LocationUpdated } from '@tributary/contracts';
import { givenFor, inbound } from '@tributary/testing';
import { type Network, type NetworkFact, defaultRuleSet, emptyNetwork, evolveNetwork } from './network.ts';

const given = givenFor<Network, NetworkFact>({ initialState: emptyNetwork, evolve: evolveNetwork });
const leeds = inbound('tributary.location.updated.v1', {
  locationId: 'leeds',
  name: 'Leeds',
  kind: 'store',
  address: { country: 'GB' },
  capabilities: ['ship', 'pickup'],
});
const defined = (data: LocationUpdated): NetworkFact => ({ type: 'tributary.location.defined.v1', data });

describe('The network', () => {
  it('knows each location as it was defined last', () => {
    const closed = { ...leeds, active: false };
    expect(given(defined(leeds), defined(closed)).state.locations).toEqual(new Map([['leeds', closed]]));
  });

  it('follows the rule set published last', () => {
    const data = { ...defaultRuleSet('GBP'), ruleSetId: 'spring', version: 2 };
    const { state } = given({ type: 'tributary.ruleset.published.v1', data });
    expect(state.ruleSet).toBe(data);
  });

  it('has a rule set that may be published before anyone published one', () => {
    expect(RuleSet.parse(emptyNetwork.ruleSet)).toEqual(emptyNetwork.ruleSet);
  });
});
