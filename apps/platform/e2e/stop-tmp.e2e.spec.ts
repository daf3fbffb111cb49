import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, webOrder } from './trade.ts';
whenBuilt('stop', () => {
  it('x', async () => {
    const p = await PlatformUnderTest.start();
    await openNetwork(p);
    const { hostname, port } = new URL(p.url);
    const key = await p.keyOf('integrator');
    const sockets: Socket[] = [];
    const raw = async (text: string, read = false) => { const s = connect(Number(port), hostname); s.on('error', () => {}); sockets.push(s); await once(s, 'connect'); if (!read) s.pause(); s.write(text); return s; };
    for (let i = 0; i < 10; i++) await raw(`GET /v1/orders/live HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\n\r\n`);
    await raw(`POST /v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"half":`);
    await raw(`POST /v1/connectors/cloudevents HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n`);
    await raw(`GET / HTTP/1.1\r\nHo`);
    await raw(`rubbish\r\n\r\n`);
    const wait = p.post('/v1/orders?wait=sourced', webOrder('w')).catch((e) => e.message);
    for (let i = 0; i < 15; i++) await p.publish(...Array.from({ length: 400 }, (_, j) => event('tributary.order.captured.v1', webOrder(`n-${i}-${j}`, { lines: [line('NO')] }))));
    await p.settled();
    await delay(100);
    const r = await p.end('SIGTERM'); console.log(r, (await wait as any).status, p.output.slice(-600));
    for (const s of sockets) s.destroy();
    await p.start();
    // SSE cap
    const key2 = await p.keyOf('ops');
    const got: Record<string, number> = {};
    const stops: AbortController[] = [];
    await Promise.all(Array.from({ length: 230 }, async () => { const c = new AbortController(); stops.push(c); const r2 = await fetch(`${p.url}/v1/orders/live`, { headers: { authorization: `Bearer ${key2}` }, signal: c.signal }); const k = `${r2.status} ${r2.headers.get('content-type')}`; got[k] = (got[k] ?? 0) + 1; }));
    console.log(got);
    for (const c of stops) c.abort();
    await delay(200);
    const again = await fetch(`${p.url}/v1/orders/live`, { headers: { authorization: `Bearer ${key2}` } }); console.log('again', again.status); await again.body!.cancel();
    // imports aborted
    for (let i = 0; i < 5; i++) { const c = new AbortController(); const f = fetch(`${p.url}/v1/connectors/cloudevents`, { method: 'POST', duplex: 'half', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/octet-stream' }, body: new ReadableStream({ pull(k) { k.enqueue(Buffer.from(JSON.stringify(event('tributary.order.captured.v1', webOrder(`imp-${Math.random()}`.replace('0.', '')))) + '\n')); return delay(1); } }), signal: c.signal } as any).catch(() => 'aborted'); await delay(100); c.abort(); await f; }
    await p.settled();
    console.log((await p.get('/readyz')).text, p.output.slice(-800), (await p.get('/v1/search?q=imp-')).status);
    await p.remove();
  }, 200_000);
});
