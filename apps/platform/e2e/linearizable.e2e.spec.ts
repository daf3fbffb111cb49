import { setTimeout as delay } from 'node:timers/promises';
import { type Bought, isLinearizable } from './linearizability.ts';
import { type Answer, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { line, openNetwork, stock, webOrder } from './trade.ts';

const units = 40;
const buyers = 4;
const orders = 12;

whenBuilt('One SKU, while the platform is killed again and again', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'LAST', { 'dc-1': units });
    await platform.keyOf('integrator');
  });
  afterAll(() => platform?.remove());

  /** The same question under the same key until it is answered: who hears nothing cannot know what became of it. */
  const buy = async (number: string, quantity: number): Promise<Bought> => {
    const asked = performance.now();
    for (;;) {
      const answer = await platform
        .post(
          '/v1/orders?wait=sourced',
          webOrder(number, { lines: [line('LAST', quantity)], whenShort: 'reject' }),
          { as: 'integrator', headers: { 'idempotency-key': `buy-${number}` } },
        )
        .catch(() => undefined);
      const sold = answer && soldBy(answer);
      if (sold !== undefined) return { asked, answered: performance.now(), units: quantity, sold };
      await delay(20);
    }
  };

  it('is sold as if there were one seller who answers one buyer after the other', async () => {
    const history: Bought[] = [];
    const shopping = Promise.all(
      Array.from({ length: buyers }, async (_, buyer) => {
        for (let number = 0; number < orders; number += 1)
          history.push(await buy(`${buyer}-${number}`, 1 + ((buyer + number) % 3)));
      }),
    );
    for (let answered = 6; answered <= 36; answered += 6) {
      while (history.length < answered) await delay(5);
      await platform.end('SIGKILL');
      await platform.start();
    }
    await shopping;
    expect(history).toHaveLength(buyers * orders);
    expect(history.some(({ sold }) => !sold)).toBe(true);
    expect(isLinearizable(history, units)).toBe(true);
    await platform.settled();
    const sold = history.reduce((sum, each) => sum + (each.sold ? each.units : 0), 0);
    expect(await platform.stockOf('LAST')).toMatchObject([{ onHand: units, reserved: sold }]);
  });
});

/** Undefined where it is not decided yet, or nobody answers. */
const soldBy = ({ status, body }: Answer): boolean | undefined => {
  if (status === 201 && body.status !== 'placed') return body.status === 'allocated';
  return status === 409 && body.code === 'out-of-stock' ? false : undefined;
};
