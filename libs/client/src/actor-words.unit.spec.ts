import { actorText, keyOfActor } from './actor-words.ts';

const keyId = 'b1f5a8de-41c5-4a3f-8f3c-2f0d5f7f9a10';
const ann = { keyId, name: 'Ann Baker', role: 'csr' } as const;

describe('Who acted', () => {
  it('is whom the key was issued to, and what it lets them do', () => {
    expect(actorText(`csr:${keyId}`, ann)).toBe('Ann Baker (customer service)');
    expect(actorText('admin:local', { keyId: 'local', name: 'this machine', role: 'admin' })).toBe(
      'this machine (administrator)',
    );
  });

  it('is the role alone while it is asked whose key it is, and the end of the id where nobody knows', () => {
    expect(actorText(`csr:${keyId}`, 'asking')).toBe('customer service');
    expect(actorText(`csr:${keyId}`)).toBe('customer service (key …5f7f9a10)');
  });

  it.each([
    ['clerk:17', 'clerk:17'],
    ['csr:ann', 'csr:ann'],
    [`manager:${keyId}`, `manager:${keyId}`],
    [`toString:${keyId}`, `toString:${keyId}`],
    ['urn:shop:crm', 'urn:shop:crm'],
    ['', ''],
    ['operator', 'the operator'],
    ['tributary/gateway', 'Tributary'],
    ['kafka:tributary.inbound.order', 'Kafka topic tributary.inbound.order'],
  ])('that is no key, %s, is %s', (actor, text) => {
    expect(keyOfActor(actor)).toBeUndefined();
    expect(actorText(actor, ann)).toBe(text);
  });

  it('is asked for by the id of the key', () => {
    expect(keyOfActor(`ops:${keyId}`)).toEqual({ role: 'ops', keyId });
  });
});
