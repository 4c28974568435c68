// Everything without a mouse.
import assert from 'node:assert/strict';

const focused = (page) => page.evaluate(() => ({ text: document.activeElement.textContent.trim(), tag: document.activeElement.tagName, outline: getComputedStyle(document.activeElement).outlineStyle, path: document.activeElement.getAttribute('href') }));

export const keyboard = () => [
  ['the skip link is the first stop and leads to the content', {}, async (visitor) => {
    const page = await visitor.open('/', '.dispute');
    await page.keyboard.press('Tab');
    assert.match((await focused(page)).text, /Skip/);
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  }],

  ['j and k walk the list, Enter opens, u goes back', {}, async (visitor) => {
    const page = await visitor.open('/', '.dispute');
    const paths = await page.$$eval('.dispute h2 a', (links) => links.map((link) => link.getAttribute('href')));
    for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key);
    assert.equal((await focused(page)).path, paths[1]);
    assert.equal((await focused(page)).outline, 'solid');
    await page.keyboard.press('ArrowDown');
    assert.equal((await focused(page)).path, paths[2]);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.dispute-head');
    await page.keyboard.press('j');
    await page.waitForFunction((path) => location.pathname === path, paths[3]);
    await page.keyboard.press('u');  // also while that one is still read
    await page.waitForSelector('.dispute');
  }],

  ['a dispute is judged by keys alone', {}, async (visitor) => {
    const { id } = (await visitor.world.standing()).find(({ label }) => label !== 'people killed, Zerafan');
    const page = await visitor.open(`/disputes/${id}`, '.figure-plot .point');
    await visitor.sign_in();
    await page.waitForSelector('.figure-plot .point');
    await page.focus('.figure-plot .point[tabindex="0"]');
    const before = await visitor.text('.readout');
    await page.keyboard.press('ArrowLeft');
    assert.notEqual(await visitor.text('.readout'), before);
    await page.keyboard.press('Enter');
    assert.equal((await focused(page)).tag, 'LI');
    await page.keyboard.press('d');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('ArrowDown');
    for (let at = 0; at < 3; ++at) await page.keyboard.press('Tab');
    assert.equal((await focused(page)).text, 'Dismiss');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.dismissal');
    assert.match(await visitor.text('.dismissal'), /another event/);
    await page.keyboard.press('d');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
  }],

  ['the shortcuts are listed under ?', {}, async (visitor) => {
    const page = await visitor.open('/', '.dispute');
    await page.keyboard.press('?');
    await page.waitForSelector('dialog[open]');
    const listed = await visitor.text('dialog');
    for (const words of ['next dispute', 'show what is new', 'go to feeds', 'search']) assert.ok(listed.includes(words), words);
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.waitForSelector('#add-feed');
    await page.keyboard.press('g');
    await page.keyboard.press('f');
    await page.waitForSelector('.rows .row');
    await page.keyboard.press('/');
    assert.equal((await focused(page)).tag, 'INPUT');
    await page.keyboard.type('jkd?');
    assert.equal(await page.inputValue('#search-text'), 'jkd?');
  }],
];
