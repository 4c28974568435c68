// The only way by which this page makes elements.  Text becomes text nodes, never
// markup, and an address is taken only if it leads to this server or is of the web:
// headlines, outlets and URLs come from strangers.

const kSvg = 'http://www.w3.org/2000/svg';

// The address, if it is of http or https; else null.
export function web_address(text) {
  try {
    const url = new URL(text);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}

const is_own = (path) => /^[/?#]/.test(path) && !/^[/\\]{2}/.test(path) && !path.startsWith('/\\');

function set(node, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name === 'on') {
    for (const [event, act] of Object.entries(value)) node.addEventListener(event, act);
  } else if (name === 'data') {
    Object.assign(node.dataset, value);
  } else if (name === 'vars') {  // custom properties: CSP forbids the style attribute
    for (const [key, text] of Object.entries(value)) node.style.setProperty(`--${key}`, text);
  } else if (name === 'href') {
    const safe = is_own(value) ? value : web_address(value);
    if (safe) node.setAttribute('href', safe);
  } else if (/^(on|src|style|action|formaction|srcdoc)/i.test(name)) {
    throw new Error(`${name} is not set here`);
  } else {
    node.setAttribute(name, value === true ? '' : value);
  }
}

function make(namespace, what, attributes, children) {
  const [tag, ...classes] = what.split('.');
  const node = namespace ? document.createElementNS(namespace, tag) : document.createElement(tag);
  if (classes.length) node.setAttribute('class', classes.join(' '));
  for (const [name, value] of Object.entries(attributes ?? {})) set(node, name, value);
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

// el('p.soft', {id: 'x'}, 'text', el('b', {}, 'more')): the element.
export const el = (what, attributes, ...children) => make(null, what, attributes, children);
export const svg = (what, attributes, ...children) => make(kSvg, what, attributes, children);

// A link to a page of somebody else; plain text where the address is not of the web.
export function outward(address, ...children) {
  const safe = web_address(address ?? '');
  if (!safe) return el('span', {}, ...children);
  return el('a.external', { href: safe, rel: 'noopener noreferrer', target: '_blank' }, ...children);
}

export function replace(node, ...children) {
  node.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

// Tells those who do not see what changed on the page.
export function announce(text) {
  document.getElementById('announcer').textContent = text;
}
