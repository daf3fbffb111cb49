import 'reflect-metadata';
import type { ExecutionContext } from '@nestjs/common';
import { type Role, roles } from '@tributary/contracts';
import {
  AccessGuard,
  Allow,
  AllowAnyRole,
  AllowEveryone,
  AllowGateway,
  type Identity,
  gatewayItself,
} from './access.ts';
import { problemOf } from './problem-filter.ts';

/** What an endpoint may be marked with; a mark that was forgotten is one of them. */
const endpoints: Readonly<Record<string, MethodDecorator | undefined>> = {
  everyone: AllowEveryone(),
  'any role': AllowAnyRole(),
  'ops and csr': Allow('ops', 'csr'),
  'admin alone': Allow('admin'),
  'none named': Allow(),
  'the gateway itself': AllowGateway(),
  'no mark': undefined,
};

const keyOf = (role: Role): Identity => ({ keyId: 'k', name: 'key', role });

const asked = (mark: MethodDecorator | undefined, identity?: Identity, type = 'http'): string => {
  const handler = () => {};
  mark?.({}, 'handler', { value: handler });
  const context = {
    getType: () => type,
    getHandler: () => handler,
    switchToHttp: () => ({ getRequest: () => ({ identity }) }),
  } as unknown as ExecutionContext;
  try {
    return new AccessGuard().canActivate(context) ? 'allowed' : 'refused';
  } catch (error) {
    return `${problemOf(error).status} ${problemOf(error).code}`;
  }
};

const allowedTo = (mark: MethodDecorator | undefined): (Role | undefined)[] =>
  [undefined, ...roles].filter((role) => asked(mark, role && keyOf(role)) === 'allowed');

describe('An endpoint', () => {
  it.each<[string, (Role | undefined)[]]>([
    ['everyone', [undefined, ...roles]],
    ['any role', [...roles]],
    ['ops and csr', ['ops', 'csr', 'admin']],
    ['admin alone', ['admin']],
    ['none named', ['admin']],
    ['no mark', ['admin']],
    ['the gateway itself', []],
  ])('for %s is open to exactly those keys, and but for the gateway admin', (name, expected) => {
    expect(allowedTo(endpoints[name])).toEqual(expected);
  });

  it.each(Object.keys(endpoints).filter((name) => name !== 'everyone'))(
    'for %s asks a stranger to sign in, and tells others what it takes',
    (name) => {
      expect(asked(endpoints[name], undefined)).toBe('401 not-signed-in');
      for (const role of roles)
        expect(['allowed', '403 not-allowed']).toContain(asked(endpoints[name], keyOf(role)));
    },
  );

  it('for the gateway itself is open to its signed word, which opens no other that names roles', () => {
    const open = Object.keys(endpoints).filter((name) => asked(endpoints[name], gatewayItself) === 'allowed');
    expect(open).toEqual(['everyone', 'any role', 'the gateway itself']);
  });

  it('is not guarded by keys where events come from the log', () => {
    expect(asked(undefined, undefined, 'rpc')).toBe('allowed');
  });
});
