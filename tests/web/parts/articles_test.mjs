// Search, facts, and an article with its claims and revisions.
import assert from 'node:assert/strict';

async function article_titled(world, words) {
  return (await world.get(`articles?text=${encodeURIComponent(words)}`)).items[0];
}

export const articles = () => [
  ['articles are found by their words', {}, async (visitor) => {
    const page = await visitor.open('/articles', '.rows .row');
    await page.fill('#search-text', 'harbour master');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => /Ferry that capsized carried 318/.test(document.querySelector('.rows .row')?.textContent ?? ''));
    assert.equal(new URL(page.url()).searchParams.get('text'), 'harbour master');
    await page.click('.rows h2 a');
    await page.waitForSelector('.article-head');
    assert.match(await visitor.text('h1'), /passengers, harbour master/);
  }],

  ['words that stand nowhere are told so', {}, async (visitor) => {
    await visitor.open('/articles?text=xylophonist', '.empty');
    assert.match(await visitor.text('.empty'), /No article has these words/);
  }],

  ['every claim is marked in the text and tells its fields', {}, async (visitor) => {
    const { id } = await article_titled(visitor.world, 'Earthquake kills 42 people');
    const view = await visitor.world.get(`articles/${id}`);
    const page = await visitor.open(`/articles/${id}`, '.reader mark');
    const marks = await page.$$eval('mark', (all) => all.flatMap((mark) => mark.dataset.claims.split(' ')));
    const live = view.claims.filter((claim) => claim.revision === view.revision && claim.figure.surface);
    assert.deepEqual(marks.map(Number).sort((a, b) => a - b), live.map((claim) => claim.id).sort((a, b) => a - b));
    await page.click('.reader mark:has-text("138")');
    const panel = await visitor.text('#claim-panel');
    assert.match(panel, /people\.injured/);
    assert.match(panel, /Tarhan/);
    await page.focus('.reader mark:has-text("640")');
    await page.keyboard.press('Enter');
    assert.match(await visitor.text('#claim-panel'), /building\.destroyed/);
    await page.click('#claim-panel a >> text=The fact it speaks of');
    await page.waitForSelector('.figure-plot');
    assert.match(await visitor.text('h1'), /destroyed/i);
  }],

  ['a claim is pointed at from its dispute', {}, async (visitor) => {
    const { id } = await visitor.world.find_dispute('people killed, Zerafan');
    const page = await visitor.open(`/disputes/${id}`, '.side');
    await page.click('.side .links a >> text=In the article');
    await page.waitForSelector('mark[aria-pressed="true"]');
    assert.match(await visitor.text('#claim-panel'), /people\.killed/);
  }],

  ['revisions stand side by side with changed figures marked', {}, async (visitor) => {
    const revised = (await visitor.world.get('articles?limit=200')).items.filter(({ revision, outlet }) => revision > 1 && !outlet.includes('<'));
    const { id } = revised.find(({ title }) => /workers|injures/.test(title)) ?? revised[0];
    const page = await visitor.open(`/articles/${id}`, '.article-head');
    await page.click('text=Compare them');
    await page.waitForSelector('.versions');
    assert.equal((await page.$$('.version')).length, 2);
    assert.ok((await page.$$('.versions ins.figure')).length > 0, await visitor.text('.versions'));
    assert.match(await visitor.text('.compare [role=status]'), /Figures changed/);
  }],

  ['facts are found, also where nobody disagrees', {}, async (visitor) => {
    const page = await visitor.open('/facts?text=ferry', '#main h1');
    await page.fill('#search-text', 'Escal');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => [...document.querySelectorAll('.rows .row')].length > 0 && [...document.querySelectorAll('.rows .row')].every((row) => /Escal/.test(row.textContent)));
    await page.click('.rows .row:not(:has(.aside)) h2 a');
    await page.waitForSelector('.claims .claim');
    assert.match(await visitor.text('.head'), /Nobody disagrees/);
  }],
];
