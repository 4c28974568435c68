// Everything that was claimed of anything: facts by their words, disputed or not.
import { el } from '../core/dom.js';
import { title } from '../core/router.js';
import { capital } from '../core/words.js';
import { listing } from '../parts/listing.js';
import { state_badge } from '../parts/severity.js';

function row(fact) {
  return el('li.row', {}, el('h2', {}, el('a', { href: `/facts/${fact.id}` }, capital(fact.label || fact.measure))),
    el('p.hint', {}, [fact.measure.replaceAll('.', ' › '), fact.subject, fact.place].filter(Boolean).join(' · ')),
    fact.dispute && el('p.aside', {}, el('a', { href: `/disputes/${fact.dispute.id}` }, 'disputed'), ' ', state_badge(fact.dispute.state)));
}

export async function render(root, context) {
  title('Facts');
  root.append(el('div.head', {}, el('h1', {}, 'Facts'), el('p.hint', {}, 'What figures were given of, newest first, also where nobody disagrees')));
  await listing(root, {
    ...context, path: 'facts', row, what: 'fact',
    fields: [{ name: 'text', label: 'Words', placeholder: 'killed Zerafan' }, { name: 'measure', label: 'Measure', placeholder: 'people.killed' }, { name: 'place', label: 'Place', placeholder: 'Zerafan' }],
    empty: [el('strong', {}, 'No fact has these words'), 'All the words must stand in it; try fewer.'],
  });
}
