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

  ['an address that is none is refused in words', {}, async (visitor) => {
    const page = await visitor.open('/feeds', '#add-feed');
    await visitor.sign_in();
    await page.fill('#feed-url', 'http://');
    await page.click('#add-feed button');
    assert.equal(await page.evaluate(() => document.getElementById('feed-url').checkValidity()), false);
    await page.fill('#feed-url', 'ftp://news.example/feed');
    await page.click('#add-feed button');
    await page.waitForSelector('.note.bad');
    visitor.faults = visitor.faults.filter((fault) => !/4(00|22)/.test(fault));
  }],
];
