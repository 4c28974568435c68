// Phone, dark, chosen colours, paper.
import assert from 'node:assert/strict';

const kPhone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const kPaths = ['/', '/disputes/1', '/facts', '/facts/1', '/articles', '/articles/1', '/feeds', '/feeds/1', '/alerts'];

const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number).slice(0, 3));

export const looks = (shots) => [
  ['on a phone nothing is wider than the screen', kPhone, async (visitor) => {
    for (const path of kPaths) {
      const page = await visitor.open(path);
      await visitor.settled();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${path} is ${wide} px too wide`);
      if (shots) await page.screenshot({ path: `${shots}/phone${path.replaceAll('/', '-')}.png` });
    }
    const page = await visitor.open('/', '.dispute');
    await page.tap('.fold');
    await page.selectOption('#filter-place', (await visitor.world.alone_in('place')).place);
    await page.waitForFunction(() => document.querySelectorAll('.dispute').length === 1);
    await page.tap('.dispute h2 a');
    await page.waitForSelector('.side');
  }],

  ['dark where the system is, light where that is chosen', { colorScheme: 'dark' }, async (visitor) => {
    const page = await visitor.open('/', '.dispute');
    assert.ok((await ground(page)).every((part) => part < 60));
    if (shots) await page.screenshot({ path: `${shots}/dark.png` });
    await page.click('#theme');
    assert.ok((await ground(page)).every((part) => part > 200));
    await page.reload();
    await page.waitForSelector('.dispute');
    assert.ok((await ground(page)).every((part) => part > 200), 'it was forgotten');
  }],

  ['on paper there are words and no controls', {}, async (visitor) => {
    const { id } = await visitor.world.find_dispute('people killed, Zerafan');
    const page = await visitor.open(`/disputes/${id}`, '.figure-plot .point');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    assert.deepEqual(await ground(page), [255, 255, 255]);
    for (const selector of ['nav[aria-label="Main"]', '.decide', '.tools']) assert.equal(await page.isVisible(selector), false, selector);
    assert.equal(await page.isVisible('blockquote'), true);
  }],

  ['pictures for the eye', {}, async (visitor) => {
    if (!shots) return;
    for (const path of kPaths) {
      const page = await visitor.open(path);
      await visitor.settled();
      await page.screenshot({ path: `${shots}/light${path.replaceAll('/', '-')}.png`, fullPage: path !== '/' });
    }
  }],
];
