import { PromisedAnswers } from './promised-answers.ts';

const answers = (schema: object) => ({ content: { 'application/json': { schema } } });
const shared = { $ref: '#/components/responses/NotSignedIn' };
const promised = new PromisedAnswers({
  components: {
    responses: {
      NotSignedIn: {
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDocument' } } },
      },
    },
  },
  paths: {
    '/v1/things/{id}': {
      get: { responses: { 200: answers({ $ref: '#/components/schemas/Me' }), 204: {}, 401: shared } },
    },
    '/v1/things/known': { get: { responses: { 200: answers({ $ref: '#/components/schemas/Alive' }) } } },
  },
});
const given =
  (path: string, status: number, body: unknown, type = 'application/json; charset=utf-8') =>
  () =>
    promised.hold({ method: 'GET', path, status, type, body });
const me = { keyId: 'k', name: 'web shop', role: 'integrator' };

describe('Answers held to the OpenAPI document', () => {
  it('pass as they are described, at the address that fits best', () => {
    expect(given('/v1/things/7?with=query', 200, me)).not.toThrow();
    expect(given('/v1/things/known', 200, { status: 'alive' })).not.toThrow();
    expect(given('/v1/things/7', 204, undefined, '')).not.toThrow();
    expect(given('/nothing/known/here', 404, {})).not.toThrow();
  });

  it.each([
    ['a field that is missing', '/v1/things/7', 200, { ...me, role: undefined }, 'required property'],
    ['a field that nobody described', '/v1/things/7', 200, { ...me, more: 1 }, 'additional properties'],
    ['a value that cannot be', '/v1/things/7', 200, { ...me, role: 'king' }, 'allowed values'],
    [
      'a problem without its code',
      '/v1/things/7',
      401,
      { status: 401 },
      'required property',
      'application/problem+json',
    ],
    ['a status that is not named', '/v1/things/7', 409, {}, 'knows no such answer'],
    ['a body where none is described', '/v1/things/7', 204, {}, 'is said to be no'],
  ])('fail for %s', (_, path, status, body, message, type = 'application/json') => {
    expect(given(path, status, body, type)).toThrow(message);
  });
});
