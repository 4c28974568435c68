// The page's weight: everything a first visit to every page takes, as it is sent.
import assert from 'node:assert/strict';

const kLimit = 250 * 1024;

export const weight = () => [
  ['all of the page weighs little, and comes from here', {}, async (visitor) => {
    const session = await visitor.context.newCDPSession(visitor.page);
    await session.send('Network.enable');
    const kinds = new Map();
    const sizes = new Map();
    session.on('Network.responseReceived', ({ requestId, response }) => /\/assets\/|\/$/.test(new URL(response.url).pathname) && kinds.set(requestId, response));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength));
    const sum = () => [...kinds.keys()].reduce((bytes, id) => bytes + (sizes.get(id) ?? 0), 0);
    const { id } = await visitor.world.find_dispute('people killed, Zerafan');
    await visitor.open('/', '.dispute');
    const first = sum();
    for (const path of [`/disputes/${id}`, '/facts', '/facts/1', '/articles', '/articles/1', '/feeds', '/feeds/1', '/alerts']) {
      await visitor.page.evaluate((to) => {
        const link = document.body.appendChild(Object.assign(document.createElement('a'), { href: to }));
        link.click();
        link.remove();
      }, path);
      await visitor.page.waitForFunction((to) => location.pathname === to && !document.querySelector('#main[aria-busy]'), path);
    }
    await visitor.page.waitForLoadState('networkidle').catch(() => {});
    const all = sum();
    console.log(`# page weight as sent, headers and all: front ${(first / 1024).toFixed(1)} KiB, every page ${(all / 1024).toFixed(1)} KiB in ${kinds.size} files`);
    assert.ok(first > 10_000 && all >= first && all <= kLimit, `${first} of ${all} bytes`);
    for (const response of kinds.values()) assert.ok(!/javascript|css|html/.test(response.mimeType) || response.encodedDataLength < 1200 || response.headers['content-encoding'] === 'gzip' || response.headers['Content-Encoding'] === 'gzip', response.url);
  }],
];
