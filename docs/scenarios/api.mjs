import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

const { TRIBUTARY_URL = 'http://localhost:3000', TRIBUTARY_KEY } = process.env;
/** What waits for something that does not come ends, in milliseconds. */
const longestWait = 30_000;
const betweenLooks = 50;

const ask = async (key, method, path, json, headers = {}) => {
  const response = await fetch(new URL(path, TRIBUTARY_URL), {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(json !== undefined && { body: JSON.stringify(json) }),
    signal: AbortSignal.timeout(longestWait),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
};

/** The API as the holder of a key sees it; every answer is `{ status, body }`. */
const withKey = (key) => ({
  get: (path) => ask(key, 'GET', path),
  post: (path, json, headers) => ask(key, 'POST', path, json, headers),
  put: (path, json, headers) => ask(key, 'PUT', path, json, headers),
});

/** By role: a scenario acts as the people that it tells of, each with the rights of their role. */
const issued = new Map();

const issue = async (role) => {
  const { status, body } = await ask(TRIBUTARY_KEY, 'POST', '/v1/keys', { name: `scenario ${role}`, role });
  assert.equal(status, 201, `No key was issued: TRIBUTARY_KEY has to be an admin’s. ${JSON.stringify(body)}`);
  return body;
};

/** The API as someone with a role sees it: `csr`, `supervisor`, `associate`, `integrator`, `ops`, `analyst`. */
export const as = async (role) => {
  if (!issued.has(role)) issued.set(role, issue(role));
  return withKey((await issued.get(role)).key);
};

/** Revokes every key that was issued here. */
export const revokeKeys = async () => {
  const keys = [...issued.values()];
  issued.clear();
  for (const { value } of await Promise.allSettled(keys))
    if (value) await ask(TRIBUTARY_KEY, 'DELETE', `/v1/keys/${value.keyId}`);
};

/** The API as the holder of `TRIBUTARY_KEY` sees it. */
export const api = withKey(TRIBUTARY_KEY);

const run = Date.now().toString(36);
let names = 0;

/** A name that was not used before, so that a scenario may be played again on the same platform. */
export const fresh = (name) => `${name}-${run}-${(names += 1)}`;

/** What `look` finds, once `holds` says yes to it; fails when that takes too long. */
export const until = async (what, look, holds) => {
  const end = Date.now() + longestWait;
  for (;;) {
    const found = await look();
    if (holds(found)) return found;
    assert.ok(Date.now() < end, `It did not come about that ${what}; last: ${JSON.stringify(found)}`);
    await pause(betweenLooks);
  }
};

/** Tells what happened elsewhere (in a till, a warehouse, a payment system), as that system does. */
export const tell = async (type, data) => {
  const event = { specversion: '1.0', id: randomUUID(), source: 'urn:scenario', type, data };
  const { status, body } = await (await as('integrator')).post('/v1/events', [event]);
  assert.equal(status, 202, JSON.stringify(body));
};

/** An order’s page, once it is as the scenario goes on from. */
export const order = async (orderId, what, holds) => {
  const { body } = await until(
    `${orderId} ${what}`,
    () => api.get(`/v1/orders/${orderId}`),
    ({ status, body: page }) => status === 200 && holds(page),
  );
  return body;
};
