// Two outlets that try to run something in the page, and disagree on every figure so that
// all they write is shown: a small server on loopback that serves their feeds.
import { createServer } from 'node:http';

// Each would set window.pwned, where it ran.
export const kPayloads = [
  '<img src=x onerror="window.pwned=1">',
  '<script>window.pwned=2</script>',
  '"><svg onload=window.pwned=3>',
  "'-window.pwned=4-'",
  '</title><script>window.pwned=5</script>',
  '</script><script>window.pwned=6</script>',
  '<iframe srcdoc="<script>parent.pwned=7</script>"></iframe>',
  '<math><mtext></table><mglyph><style><img src onerror=window.pwned=8>',
  '{{constructor.constructor("window.pwned=9")()}}${window.pwned=9}',
  '<a href="javascript:window.pwned=10">here</a>',
  '<details open ontoggle=window.pwned=11>',
  ']]><script>window.pwned=12</script><![CDATA[',
  '<base href="http://evil.invalid/"><link rel=stylesheet href=//evil.invalid/x.css>',
  '<meta http-equiv=refresh content="0;url=http://evil.invalid/">',
  '\u202e\u200b<form action=//evil.invalid><button>\u202c',
  '&lt;img src=x onerror=window.pwned=16&gt;',
];
// What happened where: a headline and a sentence, with # for the figure.
const kEvents = [
  ['Flood kills # people in Lyon', 'The flood in Lyon killed # people on Saturday'],
  ['Fire in Hamburg warehouse injures # workers', 'A fire in a warehouse in Hamburg injured # workers on Friday night'],
  ['Police arrest # protesters in Rennes', 'Police arrested # protesters during a march in Rennes on Thursday'],
  ['Storm destroys # houses in Nantes', 'A storm destroyed # houses in Nantes before dawn'],
  ['Avalanche near Grenoble buries # skiers', 'An avalanche killed # skiers near Grenoble on Wednesday'],
  ['# passengers rescued from ferry off Marseille', 'Rescuers saved # passengers from a burning ferry off Marseille'],
  ['Gas leak in Leipzig: # residents evacuated', 'Firefighters evacuated # residents in Leipzig after a gas leak in a cellar'],
  ['Bus crash in Dresden kills # pupils', 'A bus crash in Dresden killed # pupils on the way to school'],
  ['Airline cancels # flights in Munich', 'An airline cancelled # flights at the airport of Munich because of fog'],
  ['Landslide displaces # families in Nice', 'A landslide displaced # families above Nice after days of rain'],
  ['Cologne factory cuts # jobs', 'A maker of engines in Cologne cut # jobs this week'],
  ['Measles outbreak infects # children in Bordeaux', 'Measles infected # children in Bordeaux this month'],
  ['Explosion at Stuttgart plant wounds # people', 'An explosion at a chemical plant wounded # people in Stuttgart'],
  ['Heat kills # pensioners in Toulouse', 'Heat killed # pensioners in homes of Toulouse in July'],
  ['# soldiers killed in Lille helicopter crash', 'A helicopter crash outside Lille killed # soldiers at noon'],
  ['Dijon train derails, # travellers hurt', 'A train left its rails in Dijon and injured # travellers on Monday'],
];
export const kLinks = ['javascript:window.pwned=20', 'data:text/html,<script>window.pwned=21</script>', 'vbscript:window.pwned=22', '//evil.invalid/x', 'http://evil.invalid/"><script>window.pwned=23</script>', 'JaVaScRiPt:window.pwned=24//http://a.example/'];

const kBegin = Date.now();  // the news stays as it is

export const kOutlets = ['<img src=x onerror=window.pwned=30>', '"><script>window.pwned=31</script>Daily'];

const kEscapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => kEscapes[sign]);
// Through the feed's XML and then through the markup of its text, so that it arrives as words.
const as_words = (text) => escaped(escaped(text));

function item(outlet, index) {
  const figure = String(140 + index * 7 + (outlet ? 260 : 0));
  const [headline, sentence] = kEvents[index].map((words) => words.replace('#', figure));
  const payload = kPayloads[index];
  const text = `<p>${sentence}, the mayor said. ${escaped(payload)} The ${escaped(kPayloads[(index + 5) % kPayloads.length])} speaker gave no more details, and nobody else was there to be asked about it.</p>`;
  return `<item><guid isPermaLink="false">hostile-${outlet}-${index}</guid><title>${as_words(`${headline} ${payload}`)}</title>` +
    `<link>${escaped(kLinks[index % kLinks.length])}</link><pubDate>${new Date(kBegin - 3600_000 * (1 + outlet)).toUTCString()}</pubDate>` +
    `<description>${escaped(text)}</description></item>`;
}

const feed = (outlet) => `<?xml version="1.0"?><rss version="2.0"><channel><title>${as_words(kOutlets[outlet])}</title>` +
  `<link>javascript:window.pwned=40</link><description>x</description>${kPayloads.map((_, index) => item(outlet, index)).join('')}</channel></rss>`;

// A web page that names that feed, and another by words that are markup.
const page = `<!doctype html><title>${escaped(kPayloads[4])}</title><link rel="alternate" type="application/rss+xml" title="All the news" href="/2.xml">` +
  `<link rel="alternate" type="application/rss+xml" title="${escaped(kPayloads[0])}" href="/4.xml"><p>Welcome.</p>`;

// {port, feeds: addresses, more: the address of a feed for somebody to add, page: of a page
// that names it, close()}
export async function serve_hostile_news() {
  const server = createServer((request, response) => {
    if (request.url === '/') return response.writeHead(200, { 'Content-Type': 'text/html' }).end(page);
    const outlet = /^\/(\d)\.xml$/.exec(request.url)?.[1];
    response.writeHead(outlet ? 200 : 404, { 'Content-Type': 'application/rss+xml' });
    response.end(outlet ? feed(Number(outlet) % 2) : '');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  return {
    port, feeds: kOutlets.map((_, index) => `http://127.0.0.1:${port}/${index}.xml`), more: `http://127.0.0.1:${port}/2.xml`, page: `http://127.0.0.1:${port}/`,
    close: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }),
  };
}
