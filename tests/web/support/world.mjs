// A real figured on the offline wire, with two hostile outlets beside it, in a folder of
// its own; all on loopback.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';

import { kOutlets, serve_hostile_news } from './hostile_news.mjs';

export const kToken = 'a-token-of-the-browser-tests-0123456789';

// Waits for what is asked to be true, and returns it.
export async function until(what, ask, seconds = 30) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited ${seconds} s for ${what}`);
    await rest(25);
  }
}

async function free_port() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

// What the wire wrote, with a token for the page and the hostile outlets added.
function complete(config, port, hostile) {
  const hash = createHash('sha256').update(kToken).digest('hex');
  const more = hostile.feeds.map((url, index) => `\n[[feed]]\nurl = "${url}"\noutlet = '${kOutlets[index]}'\n`).join('');
  return config.replace(/allow_private = \[/, `allow_private = ["127.0.0.1:${hostile.port}", `)
    .replace(/\[page\]\n.*\n/, `[page]\nlisten = "127.0.0.1:${port}"\ntoken_hash = "${hash}"\n`) + more;
}

function start(program, flags, log) {
  const out = openSync(log, 'a');
  const child = spawn(program, flags, { stdio: ['ignore', out, out] });
  child.ended = new Promise((done) => child.once('exit', done));
  process.once('exit', () => child.kill('SIGKILL'));  // also where the tests were ended from outside
  return child;
}

async function stop(child) {
  if (!child || child.exitCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await child.ended;
  clearTimeout(timer);
}

export class World {
  // `every`: milliseconds between two articles of the wire.
  static async start({ figured, wire, every = 350 }) {
    const world = new World();
    try {
      await world.begin({ figured, wire, every });
    } catch (error) {
      await world.stop();
      throw error;
    }
    return world;
  }

  async begin({ figured, wire, every }) {
    this.folder = mkdtempSync(join(tmpdir(), 'figured-page.'));
    const config = join(this.folder, 'figured.toml');
    const written = join(this.folder, 'wire.toml');
    this.hostile = await serve_hostile_news();
    this.wire = start(wire, ['--write-config', written, '--store', join(this.folder, 'figured.db'), '--every', String(every)], join(this.folder, 'wire.log'));
    await until('the wire', () => existsSync(written) && readFileSync(written, 'utf8').includes('[[endpoint]]'));
    const port = await free_port();
    this.origin = `http://127.0.0.1:${port}`;
    writeFileSync(config, complete(readFileSync(written, 'utf8'), port, this.hostile));
    this.figured = start(figured, ['--config', config], join(this.folder, 'figured.log'));
    await until('the page', async () => (await this.answers()) || this.fail_if_ended());
  }

  async answers() {
    return fetch(`${this.origin}/api/v1/session`).then((response) => response.ok, () => false);
  }

  fail_if_ended() {
    if (this.figured.exitCode !== null) throw new Error(`figured ended: ${readFileSync(join(this.folder, 'figured.log'), 'utf8').slice(-2000)}`);
  }

  async get(path) {
    const response = await fetch(`${this.origin}/api/v1/${path}`);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json();
  }

  // So many disputes are there of the wire, and so many of the hostile outlets.
  async has_disputes({ wire, hostile }) {
    await until(`${wire} disputes and ${hostile} hostile ones`, async () => {
      const { items } = await this.get('disputes?state=all&limit=200');
      const strange = items.filter(({ outlets }) => outlets.some((outlet) => kOutlets.includes(outlet))).length;
      return strange >= hostile && items.length - strange >= wire;
    }, 60);
  }

  // Those of the wire that stand, in the order of their labels.  News arrives in another
  // order each time, and what disagrees is then not quite the same; only the main one is
  // always there.
  async standing() {
    const { items } = await this.get('disputes?limit=200');
    return items.filter(({ outlets }) => !outlets.some((outlet) => kOutlets.includes(outlet))).sort((a, b) => (a.label < b.label ? -1 : 1));
  }

  // A standing one that nothing else resembles in this: its measure, its place.
  async alone_in(what) {
    const { items } = await this.get('disputes?limit=200');
    const same = (a, b) => b === a || b.startsWith(`${a}.`);
    return (await this.standing()).find((dispute) => dispute[what] && items.filter((other) => same(dispute[what], other[what])).length === 1);
  }

  has_dispute(label) {
    return until(`the dispute “${label}”`, () => this.find_dispute(label), 60);
  }

  async find_dispute(label) {
    return (await this.get('disputes?state=all&limit=200')).items.find((dispute) => dispute.label === label);
  }

  async stop() {
    await stop(this.figured);
    await stop(this.wire);
    await this.hostile?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
