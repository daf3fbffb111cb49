import { type SavedOrderView, upcast } from '@tributary/contracts';
import { Aggregates, type Cause, type EventStore, type Refusal } from '@tributary/event-store';
import {
  type OrderViewEvent,
  type View,
  type Viewer,
  type Views,
  orderViewsFold,
  orderViewsStream,
  removeView,
  saveView,
  viewsFor,
} from '../domain/order-view/order-views.ts';
import { scope } from './orders.ts';

/** Lists of orders that people saved under a name: one stream of its own. */
export class OrderViews {
  private readonly views: Aggregates<Views, OrderViewEvent>;

  constructor(store: EventStore) {
    this.views = new Aggregates(
      store,
      scope,
      orderViewsFold,
      (event) => upcast(event) as unknown as OrderViewEvent,
    );
  }

  /** Those that somebody sees, by name. */
  async seenBy(viewer: Viewer): Promise<readonly View[]> {
    return viewsFor((await this.views.load(orderViewsStream)).state, viewer);
  }

  /** @returns the view as it is saved, or why it is not */
  async save(cause: Cause, viewId: string, asked: SavedOrderView, by: Viewer): Promise<View | Refusal> {
    const done = await this.views.execute<Refusal>(cause, orderViewsStream, (views) =>
      saveView(views, viewId, asked, by),
    );
    if (done.outcome === 'refused') return done.refusal;
    const { state } = await this.views.load(orderViewsStream);
    // Somebody may have removed it by now: it was saved all the same.
    return state.get(viewId) ?? { ...asked, viewId, keyId: by.keyId };
  }

  /** @returns why it is not removed; undefined once it is */
  async remove(cause: Cause, viewId: string, by: Viewer): Promise<Refusal | undefined> {
    const done = await this.views.execute<Refusal>(cause, orderViewsStream, (views) =>
      removeView(views, viewId, by),
    );
    return done.outcome === 'refused' ? done.refusal : undefined;
  }
}
