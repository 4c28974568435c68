// read_peers.mjs TEXTS.jsonl: how fast other readers of quantities read English.
// A line of JSON a reader; CPU time is that of the whole process, its compiler and
// garbage collector included.
import { readFileSync } from 'node:fs';
import recognizers from '@microsoft/recognizers-text-suite';
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';

const kMostSeconds = 45; // of CPU a reader; one that needs more has read less
const kWarmUpSeconds = 4;

const nlp = winkNLP(model);
const kindsOfQuantities = [
  'Number', 'Percentage', 'Currency', 'Dimension', 'Temperature', 'Age',
].map((kind) => recognizers[`recognize${kind}`]);

function recognize(text) {
  return kindsOfQuantities.reduce((sum, read) => sum + read(text, 'en-us').length, 0);
}

const readers = [
  { name: 'wink-nlp', read: (text) => nlp.readDoc(text).entities().length() },
  { name: 'recognizers-text-suite', read: recognize },
  // Its time grows faster than the length of what it is given at once.
  { name: 'recognizers-text-suite by paragraph', read: recognize, byParagraph: true },
];

function cpuSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function paragraphsOf(text) {
  return text.split('\n').filter((paragraph) => paragraph !== '');
}

// Reads texts until the time is over.
function readAll(read, texts, mostSeconds) {
  const start = cpuSeconds();
  let bytes = 0;
  let found = 0;
  for (const text of texts) {
    found += read(text);
    bytes += Buffer.byteLength(text);
    if (cpuSeconds() - start > mostSeconds) break;
  }
  return { bytes, found, cpu_seconds: cpuSeconds() - start };
}

const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error('Usage: read_peers.mjs TEXTS.jsonl');
  process.exit(2);
}
const texts = readFileSync(path, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line).text);

// Their code is warm when the clock starts, but the text is new to them.
const third = Math.floor(texts.length / 3);
const warmUp = texts.slice(0, third).flatMap(paragraphsOf);
const unread = texts.slice(third);

for (const { name, read, byParagraph } of readers) {
  const start = cpuSeconds();
  while (third > 0 && cpuSeconds() - start < kWarmUpSeconds) readAll(read, warmUp, kWarmUpSeconds);
  const result = readAll(read, byParagraph ? unread.flatMap(paragraphsOf) : unread, kMostSeconds);
  const rate = result.bytes / result.cpu_seconds;
  console.log(JSON.stringify({ peer: name, bytes_per_second: Math.round(rate), ...result }));
}
