import type { SavedOrderView } from '@tributary/contracts';
import { givenFor } from '@tributary/testing';
import {
  type OrderViewEvent,
  type Viewer,
  mostOwnViews,
  mostViews,
  orderViewsFold,
  removeView,
  saveView,
  viewsFor,
} from './order-views.ts';

const given = givenFor(orderViewsFold);
const ada: Viewer = { keyId: 'ada', role: 'csr' };
const ben: Viewer = { keyId: 'ben', role: 'analyst' };
const ops: Viewer = { keyId: 'olga', role: 'ops' };
const admin: Viewer = { keyId: 'root', role: 'admin' };

const view = (name: string, more: Partial<SavedOrderView> = {}): SavedOrderView => ({
  name,
  q: 'status:held',
  shared: false,
  ...more,
});
const saved = (viewId: string, by: Viewer, of: SavedOrderView): OrderViewEvent => ({
  type: 'tributary.order-view.saved.v1',
  data: { ...of, viewId, keyId: by.keyId },
});
const removed = (viewId: string): OrderViewEvent => ({
  type: 'tributary.order-view.removed.v1',
  data: { viewId },
});
const saving =
  (viewId: string, asked: SavedOrderView, by: Viewer) => (views: Parameters<typeof saveView>[0]) =>
    saveView(views, viewId, asked, by);
const removing = (viewId: string, by: Viewer) => (views: Parameters<typeof removeView>[0]) =>
  removeView(views, viewId, by);

const held = view('Held');
const shared = view('Late', { q: 'late:yes', sort: 'oldest', zone: 'Europe/London', shared: true });
const notYours = {
  code: 'not-yours',
  reason: 'A view that is shared is changed by who saved it, or by ops or an admin: save one of your own.',
};
const notThere = { code: 'not-found', reason: 'There is no view v1.' };

describe('A view of orders', () => {
  it('is saved, changed and removed by whoever it is of', () => {
    given()
      .when(saving('v1', held, ada))
      .then(saved('v1', ada, held))
      .when(saving('v1', view('On hold'), ada))
      .then(saved('v1', ada, view('On hold')))
      .when(removing('v1', ada))
      .then(removed('v1'))
      .when(removing('v1', ada))
      .thenRefused(notThere);
  });

  it('is not saved again as it is', () => {
    given(saved('v1', ada, shared))
      .when(saving('v1', { ...shared }, ada))
      .thenNothing();
  });

  it('that is shared is changed by ops and admins, too, and stays whose it is', () => {
    const other = { ...shared, name: 'Too late' };
    given(saved('v1', ada, shared))
      .when(saving('v1', other, ops))
      .then(saved('v1', ada, other));
    given(saved('v1', ada, shared))
      .when(removing('v1', admin))
      .then(removed('v1'));
  });

  it('that is shared is changed by nobody else', () => {
    given(saved('v1', ada, shared))
      .when(saving('v1', held, ben))
      .thenRefused(notYours);
    given(saved('v1', ada, shared))
      .when(removing('v1', ben))
      .thenRefused(notYours);
  });

  it('of somebody else is not told of, but that its id is taken', () => {
    const taken = { code: 'view-id-taken', reason: 'v1 is the id of another view: choose another.' };
    for (const by of [ben, ops]) {
      given(saved('v1', ada, held))
        .when(saving('v1', held, by))
        .thenRefused(taken);
      given(saved('v1', ada, held))
        .when(removing('v1', by))
        .thenRefused(notThere);
    }
    given(saved('v1', ada, held))
      .when(removing('v1', admin))
      .then(removed('v1'));
  });
});

describe('The name of a view', () => {
  it('is one of its own among those that are shared, in whatever case', () => {
    const again = view('LATE', { shared: true });
    given(saved('v1', ada, shared))
      .when(saving('v2', again, ben))
      .thenRefused({
        code: 'name-taken',
        reason: 'A shared view has this name: choose another.',
      });
  });

  it('is one of its own among those of one key', () => {
    given(saved('v1', ada, held))
      .when(saving('v2', held, ada))
      .thenRefused({ code: 'name-taken', reason: 'A view of yours has this name: choose another.' });
    given(saved('v1', ada, held))
      .when(saving('v2', held, ben))
      .then(saved('v2', ben, held));
    given(saved('v1', ada, shared))
      .when(saving('v2', view('Late'), ada))
      .then(saved('v2', ada, view('Late')));
  });
});

describe('Views', () => {
  const those = (count: number, keyOf: (at: number) => string) =>
    given(
      ...Array.from({ length: count }, (_, at) =>
        saved(`v${at}`, { ...ada, keyId: keyOf(at) }, view(`View ${at}`)),
      ),
    );

  it('are 50 at most for oneself, and any number of those may be shared', () => {
    those(mostOwnViews, () => 'ada')
      .when(saving('more', view('More'), ada))
      .thenRefused({
        code: 'too-many-views',
        reason: 'You have 50 views of your own: remove one, or share it.',
      });
    those(mostOwnViews, () => 'ada')
      .when(saving('more', shared, ada))
      .then(saved('more', ada, shared));
  });

  it('are 500 at most in all; one that is there is changed all the same', () => {
    const full = those(mostViews, (at) => `key${at}`);
    full.when(saving('more', shared, ada)).thenRefused({
      code: 'too-many-views',
      reason: 'There are 500 views already: remove one that nobody needs.',
    });
    const by = { ...ada, keyId: 'key7' };
    full.when(saving('v7', held, by)).then(saved('v7', by, held));
  });

  it('are seen by name: those that are shared, and one’s own', () => {
    const { state } = given(
      saved('v1', ada, shared),
      saved('v2', ada, held),
      saved('v3', ben, view('By me', { q: '' })),
    );
    const seen = (by: Viewer) => viewsFor(state, by).map(({ viewId }) => viewId);
    expect([seen(ada), seen(ben), seen(ops), seen(admin)]).toEqual([
      ['v2', 'v1'],
      ['v3', 'v1'],
      ['v1'],
      ['v3', 'v2', 'v1'],
    ]);
  });
});
