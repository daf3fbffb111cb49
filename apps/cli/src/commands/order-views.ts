import { type Schemas, told } from '@tributary/client';
import type { Client } from '../api/client.ts';
import { plain } from '../api/problem.ts';
import { Failure } from '../failure.ts';

type View = Schemas['OrderView'];

/** The views that were saved: those for everybody and the caller's own. */
export const viewsOf = async (client: Client): Promise<readonly View[]> =>
  (await told(client.GET('/v1/order-views'))).items;

/**
 * The view that somebody means by a name, in whatever case, or by an id: their own before one for everybody.
 * @throws Failure there is none
 */
export const viewNamed = async (client: Client, name: string): Promise<View> => {
  const views = await viewsOf(client);
  const called = views.filter((view) => view.name.toLowerCase() === name.trim().toLowerCase());
  const found =
    called.find(({ isMine, shared }) => isMine && !shared) ??
    called.find(({ shared }) => shared) ??
    views.find(({ viewId }) => viewId === name);
  if (found) return found;
  throw new Failure(`There is no view “${plain(name)}”: tributary views lists those that there are.`);
};
