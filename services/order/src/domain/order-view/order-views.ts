import type { OrderFact, Role, SavedOrderView } from '@tributary/contracts';
import { type Decision, type Fold, type Refusal, accept, refuse } from '@tributary/event-store';

export type OrderViewEvent = Extract<OrderFact, { type: `tributary.order-view.${string}` }>;

/** The stream of all views. */
export const orderViewsStream = 'order-views';

/** Most of them in all, and most that one key has for itself alone. */
export const mostViews = 500;
export const mostOwnViews = 50;

/** A view, and whose it is. */
export interface View extends SavedOrderView {
  readonly viewId: string;
  /** The id of the key under which it was saved first. */
  readonly keyId: string;
}

/** All that there are, by id. */
export type Views = ReadonlyMap<string, View>;

const evolve = (views: Views, fact: OrderViewEvent): Views => {
  const next = new Map(views);
  switch (fact.type) {
    case 'tributary.order-view.saved.v1':
      return next.set(fact.data.viewId, fact.data);
    case 'tributary.order-view.removed.v1':
      next.delete(fact.data.viewId);
      return next;
    default:
      return fact satisfies never;
  }
};

export const orderViewsFold: Fold<OrderViewEvent, Views> = { initialState: new Map(), evolve };

/** Who asks. */
export interface Viewer {
  readonly keyId: string;
  readonly role: Role;
}

/**
 * The views that somebody sees, by name: those that are shared and their own. An admin sees all, or nobody
 * could clear away what keys left behind that are revoked.
 */
export const viewsFor = (views: Views, { keyId, role }: Viewer): readonly View[] =>
  [...views.values()]
    .filter((view) => view.shared || view.keyId === keyId || role === 'admin')
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.viewId < b.viewId ? -1 : 1));

/** A view of somebody else is changed by who looks after shared ones; one's own is nobody else's to see. */
const mayChange = ({ keyId, shared }: View, by: Viewer): boolean =>
  keyId === by.keyId || by.role === 'admin' || (shared && by.role === 'ops');

/**
 * Saves how a list is asked for, as a new view or in the place of what the view was. It stays whose it is.
 * @param by who saves it
 */
export const saveView = (
  views: Views,
  viewId: string,
  asked: SavedOrderView,
  by: Viewer,
): Decision<OrderViewEvent, Refusal> => {
  const before = views.get(viewId);
  if (before && !mayChange(before, by)) return refuse(notYours(before));
  const saved: View = { ...asked, viewId, keyId: before?.keyId ?? by.keyId };
  if (before && isAsBefore(before, saved)) return accept();
  const refusal = nameTaken(views, saved) ?? tooMany(views, saved);
  return refusal ? refuse(refusal) : accept({ type: 'tributary.order-view.saved.v1', data: saved });
};

/** Removes a view; whoever cannot see it is not told that it is there. */
export const removeView = (views: Views, viewId: string, by: Viewer): Decision<OrderViewEvent, Refusal> => {
  const view = views.get(viewId);
  if (!view || !(view.shared || mayChange(view, by)))
    return refuse({ code: 'not-found', reason: `There is no view ${viewId}.` });
  return mayChange(view, by)
    ? accept({ type: 'tributary.order-view.removed.v1', data: { viewId } })
    : refuse(notYours(view));
};

/** Of what is not shared nothing is told but that its id is taken. */
const notYours = ({ viewId, shared }: View): Refusal =>
  shared
    ? {
        code: 'not-yours',
        reason:
          'A view that is shared is changed by who saved it, or by ops or an admin: save one of your own.',
      }
    : { code: 'view-id-taken', reason: `${viewId} is the id of another view: choose another.` };

const isAsBefore = (before: View, { name, q, zone, sort, shared }: View): boolean =>
  before.name === name &&
  before.q === q &&
  before.zone === zone &&
  before.sort === sort &&
  before.shared === shared;

/** Those who pick a view by its name must not meet two: among the shared ones, or among one's own. */
const nameTaken = (views: Views, { viewId, name, shared, keyId }: View): Refusal | undefined => {
  const sameAs = name.toLowerCase();
  const isTaken = [...views.values()].some(
    (other) =>
      other.viewId !== viewId &&
      other.shared === shared &&
      (shared || other.keyId === keyId) &&
      other.name.toLowerCase() === sameAs,
  );
  return isTaken
    ? {
        code: 'name-taken',
        reason: `${shared ? 'A shared view' : 'A view of yours'} has this name: choose another.`,
      }
    : undefined;
};

const tooMany = (views: Views, { viewId, shared, keyId }: View): Refusal | undefined => {
  const others = [...views.values()].filter((other) => other.viewId !== viewId);
  const own = others.filter((other) => !other.shared && other.keyId === keyId);
  if (!shared && own.length >= mostOwnViews)
    return {
      code: 'too-many-views',
      reason: `You have ${mostOwnViews} views of your own: remove one, or share it.`,
    };
  return others.length >= mostViews
    ? {
        code: 'too-many-views',
        reason: `There are ${mostViews} views already: remove one that nobody needs.`,
      }
    : undefined;
};
