// The front: the list, its axes, its filters.
import assert from 'node:assert/strict';

import { until } from '../support/world.mjs';

const labels = (page) => page.$$eval('.dispute h2', (all) => all.map((one) => one.textContent));
const shown = (visitor, wanted) => until(`the list ${JSON.stringify(wanted)}`, async () => JSON.stringify(await labels(visitor.page)) === JSON.stringify(wanted), 10);

export const front = () => [
  ['open disputes, the newest change first', {}, async (visitor) => {
    const page = await visitor.open('/', '.dispute');
    const listed = (await visitor.world.get('disputes?limit=40')).items;
    assert.deepEqual((await labels(page)).map((label) => label.toLowerCase()), listed.map(({ label }) => label.toLowerCase()));
    assert.equal(await page.title(), 'Disputes · figured');
  }],

  ['each side has its figure, mark and colour on one axis', {}, async (visitor) => {
    const { id, sides } = await visitor.world.find_dispute('people killed, Zerafan');
    const page = await visitor.open('/?place=Zerafan', `.dispute[data-id="${id}"]`);
    const row = page.locator(`.dispute[data-id="${id}"]`);
    for (const side of sides) assert.ok((await row.locator('.versus').textContent()).includes(side.label), side.label);
    assert.equal(await row.locator('.lane').count(), sides.length);
    const colours = await row.locator('.lane').evaluateAll((lanes) => lanes.map((lane) => getComputedStyle(lane).color));
    assert.equal(new Set(colours).size, sides.length);
    const shapes = await row.locator('.lane').evaluateAll((lanes) => lanes.map((lane) => lane.querySelector('.shape').tagName));
    assert.equal(new Set(shapes).size, sides.length);
    assert.match(await row.locator('.figure-axis').getAttribute('aria-label'), /side A: .*; side B: /);
  }],

  ['filters stand in the address and hold after a reload', {}, async (visitor) => {
    const page = await visitor.open('/', '.dispute');
    await page.fill('#filter-text', 'killed zerafan');
    await shown(visitor, ['People killed, Zerafan']);
    assert.equal(new URL(page.url()).search, '?text=killed+zerafan');
    await page.reload();
    await shown(visitor, ['People killed, Zerafan']);
    assert.equal(await page.inputValue('#filter-text'), 'killed zerafan');
    assert.equal(await page.getAttribute('.follow a', 'href'), '/disputes.atom?text=killed+zerafan');
  }],

  ['a measure, an outlet and a severity can be chosen', {}, async (visitor) => {
    const { label, measure, outlets, severity } = await visitor.world.alone_in('measure');
    const other = (await visitor.world.get('facets')).outlets.find(({ value }) => !outlets.includes(value)).value;
    const only = [label[0].toUpperCase() + label.slice(1)];
    const page = await visitor.open('/', '.dispute');
    await page.selectOption('#filter-measure', measure);
    await shown(visitor, only);
    await page.selectOption('#filter-outlet', other);
    await page.waitForSelector('.empty');
    assert.match(await visitor.text('.empty'), /No dispute fits/);
    await page.selectOption('#filter-outlet', '');
    await page.selectOption('#filter-severity', '0.75');
    await shown(visitor, severity >= 0.75 ? only : []);
    assert.equal(new URL(page.url()).searchParams.get('severity'), '0.75');
  }],

  ['back from a dispute the list is as it was', {}, async (visitor) => {
    const page = await visitor.open('/?measure=people.killed', '.dispute');
    await page.click('.dispute h2 a');
    await page.waitForSelector('.dispute-head');
    await page.goBack();
    await page.waitForSelector('.dispute');
    assert.equal(new URL(page.url()).search, '?measure=people.killed');
  }],

  ['an address that shows nothing says so', {}, async (visitor) => {
    const page = await visitor.open('/disputes/999999', '.empty');
    assert.match(await page.textContent('.empty'), /nothing at this address/);
    visitor.faults = visitor.faults.filter((fault) => !fault.includes('404'));
  }],
];
