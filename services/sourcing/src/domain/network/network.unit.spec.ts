import { RuleSet, type LocationUpdated } from '@tributary/contracts';
import { givenFor, inbound } from '@tributary/testing';
import {
  type NetworkFact,
  type NetworkState,
  defaultRuleSet,
  emptyNetwork,
  evolveNetwork,
} from './network.ts';

const given = givenFor<NetworkState, NetworkFact>({ initialState: emptyNetwork, evolve: evolveNetwork });
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

  it('keeps what is true since when something earlier is told late', () => {
    const at = (data: LocationUpdated, time: string): NetworkFact => ({ ...defined(data), time });
    const closed = { ...leeds, active: false };
    const { state } = given(at(closed, '2026-03-02T08:00:00.000Z'), at(leeds, '2026-03-01T08:00:00.000Z'));
    expect(state.locations.get(leeds.locationId)).toEqual(closed);
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
