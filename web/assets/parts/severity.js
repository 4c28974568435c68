// How grave a contradiction is: a word, its number, and four steps.
import { el } from '../core/dom.js';

const kSteps = ['slight', 'moderate', 'serious', 'grave'];

export function severity_mark(severity, label) {
  const step = kSteps.indexOf(label) + 1;
  return el(`span.severity.${label}`, { title: `Severity ${severity.toFixed(2)} of 1: how far the figures stand apart` },
    el('span.steps', { 'aria-hidden': 'true' }, kSteps.map((_, index) => el(index < step ? 'i.on' : 'i'))),
    el('span', {}, el('span.unseen', {}, 'severity '), label));
}

const kStates = {
  open: ['open', ''],
  widened: ['widened', 'warn'],
  reopened: ['reopened', 'warn'],
  settled: ['settled', 'good'],
  dismissed: ['dismissed', ''],
};

export function state_badge(state) {
  const [words, kind] = kStates[state] ?? [state, ''];
  return el(kind ? `span.badge.${kind}` : 'span.badge', {}, words);
}
