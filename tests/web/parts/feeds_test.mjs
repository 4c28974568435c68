// Feeds: health in words, and what can be done by hand.
import assert from 'node:assert/strict';

import { until } from '../support/world.mjs';

export const feeds = () => [
  ['each feed tells how it does and when it is polled next', {}, async (visitor) => {
    const page = await visitor.open('/feeds', '.feeds tbody tr');
    const { items } = await visitor.world.get('feeds');
    assert.equal((await page.$$('.feeds tbody tr')).length, items.length);
    const row = await page.textContent('.feeds tr:has-text("Meridian Ledger")');
    assert.match(row, /fine/);
    assert.match(row, /\d+%/);
    await page.click('.feeds th a >> text=Meridian Ledger');
    await page.waitForSelector('[aria-label="Latest fetches"] tbody tr');
    assert.match(await visitor.text('#main'), /Wanted by\s*the configuration/);
  }],

  ['a feed is added, paused, resumed, polled and removed', {}, async (visitor) => {
    const { world } = visitor;
    const page = await visitor.open('/feeds', '#add-feed');
    await visitor.sign_in();
    await page.fill('#feed-url', world.hostile.more);
    await page.fill('#feed-outlet', 'Added by hand');
    await page.click('#add-feed button');
    await page.waitForSelector('.head h1 >> text=Added by hand');
    const { id } = (await world.get('feeds')).items.find(({ outlet }) => outlet === 'Added by hand');
    await until('its first poll', async () => (await world.get(`feeds/${id}`)).polls > 0);
    const state = async (wanted) => until(wanted, async () => (await world.get(`feeds/${id}`)).state === wanted);
    await page.goto(`${world.origin}/feeds/${id}`);
    await page.click('button >> text=Pause');
    await state('paused');
    await page.click('button >> text=Resume');
    await state('polled');
    const { polls } = await world.get(`feeds/${id}`);
    await page.click('button >> text=Poll now');
    await until('another poll', async () => (await world.get(`feeds/${id}`)).polls > polls);
    await page.click('button >> text=Remove');
    await page.waitForSelector('#add-feed');
    assert.equal((await world.get('feeds')).items.some(({ outlet }) => outlet === 'Added by hand'), false);
  }],

  ['of a web page the feeds that it names are offered', {}, async (visitor) => {
    const { world } = visitor;
    const page = await visitor.open('/feeds', '#add-feed');
    await visitor.sign_in();
    await page.fill('#feed-url', world.hostile.page);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.offer li');
    assert.match(await visitor.text('.offer .wrong'), /web page/);
    const named = await page.$$eval('.offer li strong', (all) => all.map((one) => one.textContent));
    assert.deepEqual(named, ['All the news', '<img src=x onerror="window.pwned=1">']);
    await page.click('.offer li button');
    await page.waitForSelector('[aria-label="How it does"]');
    const added = (await world.get('feeds')).items.find(({ url }) => url === world.hostile.more);
    assert.equal(new URL(page.url()).pathname, `/feeds/${added.id}`);
    await page.click('button >> text=Remove');
    await page.waitForSelector('#add-feed');
    visitor.faults = visitor.faults.filter((fault) => !fault.includes('422'));
  }],

  ['where no server answers one is told why, and may add it all the same', {}, async (visitor) => {
    const page = await visitor.open('/feeds', '#add-feed');
    await visitor.sign_in();
    await page.fill('#feed-url', 'http://10.11.12.13/news.rss');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.offer .wrong');
    assert.match(await visitor.text('.offer .wrong'), /10\.11\.12\.13/);
    await page.click('button >> text=Add it all the same');
    await page.waitForSelector('[aria-label="How it does"]');
    await page.click('button >> text=Remove');
    await page.waitForSelector('#add-feed');
    visitor.faults = visitor.faults.filter((fault) => !fault.includes('422'));
  }],

  ['an address that is none is refused in words', {}, async (visitor) => {
    const page = await visitor.open('/feeds', '#add-feed');
    await visitor.sign_in();
    await page.fill('#feed-url', 'http://');
    await page.click('#add-feed button');
    assert.equal(await page.evaluate(() => document.getElementById('feed-url').checkValidity()), false);
    await page.fill('#feed-url', 'ftp://news.example/feed');
    await page.click('#add-feed button');
    await page.waitForSelector('.offer .wrong');
    assert.match(await visitor.text('.offer'), /http/);
    visitor.faults = visitor.faults.filter((fault) => !/4(00|22)/.test(fault));
  }],
];
