import type { Role } from '@tributary/contracts';
import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';

whenBuilt('Views of orders that people save', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
  });
  afterAll(() => platform?.remove());

  const late = {
    name: 'Late',
    q: 'late:yes -channel:pos',
    zone: 'Europe/London',
    sort: 'oldest',
    shared: true,
  };
  const own = { name: 'Mine', q: '"garcía"', shared: false };
  const save = (viewId: string, view: object, as: Role) =>
    platform.put(`/v1/order-views/${viewId}`, view, { as });
  const remove = (viewId: string, as: Role) => platform.ask('DELETE', `/v1/order-views/${viewId}`, { as });
  const seenBy = async (as: Role): Promise<string[]> =>
    (await platform.get('/v1/order-views', { as })).body.items.map(({ viewId }: Json) => viewId);

  it('are kept as they are asked for, and seen by everybody or by their owner', async () => {
    const { status, body } = await save('late', late, 'analyst');
    expect([status, body]).toEqual([
      200,
      { ...late, viewId: 'late', keyId: expect.any(String), isMine: true },
    ]);
    expect((await save('mine', own, 'csr')).status).toBe(200);
    expect([await seenBy('csr'), await seenBy('associate'), await seenBy('admin')]).toEqual([
      ['late', 'mine'],
      ['late'],
      ['late', 'mine'],
    ]);
    const { items } = (await platform.get('/v1/order-views', { as: 'associate' })).body;
    expect(items).toMatchObject([{ ...late, isMine: false }]);
  });

  it('are refused where a list would be, with where the text cannot be read', async () => {
    const { status, body } = await save(
      'wrong',
      { ...late, name: 'Wrong', q: 'channel:web statsu:held' },
      'csr',
    );
    expect([status, body.code, body.errors]).toEqual([
      400,
      'invalid',
      [
        {
          pointer: '/q',
          message: expect.stringMatching(/^At character 13, “statsu”: .*Did you mean status\?/),
        },
      ],
    ]);
    const nowhere = await save('wrong', { ...late, zone: 'Mars/Olympus' }, 'csr');
    expect([nowhere.status, nowhere.body.errors[0].pointer]).toEqual([400, '/zone']);
    expect((await save('no%20id', own, 'csr')).status).toBe(400);
  });

  it('are changed and removed by who saved them, and shared ones by ops', async () => {
    const codeOf = ({ status, body }: { status: number; body: Json }) => [status, body.code];
    expect(codeOf(await save('late', { ...late, q: '' }, 'csr'))).toEqual([403, 'not-yours']);
    expect(codeOf(await save('mine', own, 'ops'))).toEqual([409, 'view-id-taken']);
    expect(codeOf(await save('late-2', { ...late, name: 'LATE' }, 'csr'))).toEqual([409, 'name-taken']);
    expect(codeOf(await remove('mine', 'ops'))).toEqual([404, 'not-found']);
    const changed = await save('late', { ...late, q: 'late:yes' }, 'ops');
    expect([changed.status, changed.body.q, changed.body.isMine]).toEqual([200, 'late:yes', false]);
    expect((await remove('late', 'analyst')).status).toBe(204);
    expect((await remove('mine', 'csr')).status).toBe(204);
    expect(await seenBy('admin')).toEqual([]);
  });

  it('are told as facts, with who saved and removed them', async () => {
    await platform.settled();
    const told = await platform.get('/v1/feed?type=tributary.order-view.*&limit=10', {
      as: 'ops',
      headers: { accept: 'application/x-ndjson' },
    });
    const events = told.text
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text) as Json);
    expect(
      events
        .filter(({ type }) => type)
        .map(({ type, data, actor }) => [type, data.viewId, actor.split(':')[0]]),
    ).toEqual([
      ['tributary.order-view.saved.v1', 'late', 'analyst'],
      ['tributary.order-view.saved.v1', 'mine', 'csr'],
      ['tributary.order-view.saved.v1', 'late', 'ops'],
      ['tributary.order-view.removed.v1', 'late', 'analyst'],
      ['tributary.order-view.removed.v1', 'mine', 'csr'],
    ]);
  });
});
