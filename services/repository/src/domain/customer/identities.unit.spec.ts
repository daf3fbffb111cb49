import type { CustomerIdentity } from '@tributary/contracts';
import { type Link, endsOf, personOf } from './identities.ts';

const id = (value: string): CustomerIdentity => ({ by: 'id', value });
const mail: CustomerIdentity = { by: 'email', value: 'ada@example.com' };
const card: CustomerIdentity = { by: 'loyalty', value: 'L-1' };
const link = (identity: CustomerIdentity, customerId: string): Link => ({ ...identity, customerId });

const personAskedBy = (asked: CustomerIdentity, links: readonly Link[]) => {
  const all = [asked, ...links.flatMap(endsOf)];
  const once = all.filter((one, at) => all.findIndex((other) => other.value === one.value) === at);
  return personOf(asked, once, links);
};

describe('A person', () => {
  it('is the customer that the others are linked into, whichever is asked for', () => {
    const links = [link(id('A-1'), 'C-9'), link(mail, 'A-1'), link(card, 'C-9')];
    const person = { main: id('C-9'), identities: [id('C-9'), id('A-1'), mail, card] };
    for (const asked of [id('A-1'), id('C-9'), mail, card])
      expect(personAskedBy(asked, links)).toEqual(person);
  });

  it('is the first of the ids where links go round in a circle', () => {
    const links = [link(id('B'), 'A'), link(id('C'), 'B'), link(id('A'), 'C')];
    for (const asked of ['A', 'B', 'C']) expect(personAskedBy(id(asked), links).main).toEqual(id('A'));
  });

  it('is who was asked for where nothing is linked', () => {
    expect(personAskedBy(mail, [])).toEqual({ main: mail, identities: [mail] });
  });
});
