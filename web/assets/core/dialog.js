// Dialogs and notes.  The browser's own <dialog> keeps the focus in and gives it back.
import { announce, el } from './dom.js';

// Shows a form; `act(FormData)` runs when it is sent, and what it throws is shown in it.
export function ask({ title, body, verb, act }) {
  const wrong = el('p.wrong', { role: 'alert', hidden: true });
  const sure = el('button.primary', { type: 'submit' }, verb);
  const form = el('form', { method: 'dialog' },
    el('h2', { id: 'dialog-title' }, title), body, wrong,
    el('div.buttons', {}, el('button', { type: 'button', on: { click: () => dialog.close() } }, 'Cancel'), sure));
  const dialog = el('dialog', { 'aria-labelledby': 'dialog-title' }, form);
  dialog.addEventListener('close', () => dialog.remove());
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    sure.disabled = true;
    try {
      await act(new FormData(form));
      dialog.close();
    } catch (error) {
      wrong.textContent = error.message;
      wrong.hidden = false;
    } finally {
      sure.disabled = false;
    }
  });
  document.body.append(dialog);
  dialog.showModal();
}

export function show(title, ...children) {
  const dialog = el('dialog', { 'aria-labelledby': 'dialog-title' },
    el('div', {}, el('h2', { id: 'dialog-title' }, title), ...children,
      el('div.buttons', {}, el('button.primary', { type: 'button', on: { click: () => dialog.close() } }, 'Close'))));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

// A few words at the lower edge, which go by themselves.
export function note(text, kind = '') {
  document.querySelector('.note')?.remove();
  const node = el('p.note', {}, text);
  if (kind) node.classList.add(kind);
  document.body.append(node);
  announce(text);
  setTimeout(() => node.remove(), kind === 'bad' ? 9000 : 4000);
}

// A choice of one: [{value, words, more}].
export function choices(name, legend, options) {
  return el('fieldset', {}, el('legend', {}, legend),
    options.map(({ value, words, more }, index) =>
      el('label.choice', {}, el('input', { type: 'radio', name, value, required: true, checked: index === 0 }),
        el('span', {}, words, more && el('small', {}, ` ${more}`)))));
}

export function field(label, control, why) {
  return el('div.field', {}, el('label', { for: control.id }, label), control, why && el('p.hint', {}, why));
}
