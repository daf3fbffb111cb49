import { type operations, told } from '@tributary/client';
import { api } from './api.ts';
import { type CustomerOverview, readCustomer } from './customers.ts';

type Linking = operations['linkCustomer']['requestBody']['content']['application/json'];
type Unlinking = operations['unlinkCustomer']['requestBody']['content']['application/json'];

/** What somebody says of a customer and an identity. */
export type Saying =
  | { readonly customerId: string; readonly link: Linking }
  | { readonly customerId: string; readonly unlink: Unlinking };

/** How often and how long apart, in milliseconds, it is looked whether the overview follows. */
const [looks, pause] = [20, 250];

const isLinked = ({ foundBy }: CustomerOverview, customerId: string, { by, value }: Unlinking): boolean =>
  foundBy.some(
    (found) =>
      found.by === by &&
      found.value === value &&
      found.links?.some((link) => link.customerId === customerId) === true,
  );

const say = (saying: Saying, key: string) => {
  const params = { path: { customerId: saying.customerId }, header: { 'Idempotency-Key': key } };
  return 'link' in saying
    ? told(api.POST('/v1/customers/{customerId}/links', { params, body: saying.link }))
    : told(api.POST('/v1/customers/{customerId}/links/remove', { params, body: saying.unlink }));
};

/**
 * Says it, and resolves once the overview of the customer follows, or after some seconds.
 * @param idOrEmail by which the overview is read
 * @param key the same for the same wish: said again with it, it is recorded once
 * @throws ApiProblem with why not
 */
export const sayWhoIsWho = async (idOrEmail: string, saying: Saying, key: string): Promise<void> => {
  const answer = await say(saying, key);
  for (let look = 0; look < looks; look += 1) {
    const overview = await readCustomer(idOrEmail, {}, AbortSignal.timeout(10_000));
    if (isLinked(overview, saying.customerId, answer) === answer.linked) return;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
};
