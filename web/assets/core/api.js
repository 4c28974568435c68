// The one door to the server: JSON under /api/v1.  An answer that is no success is an
// ApiError whose message can be shown.  What only reads is asked until it is answered, or
// until its signal says that nobody waits for it; a write is sent once, and carries the
// CSRF token of the session.
import { persist } from './patience.js';

const kRoot = '/api/v1';
const kLongest = 30_000;  // ms for the answer to a question, then it is taken for lost
let csrf = null;

export function use_csrf(token) {
  csrf = token;
}

export class ApiError extends Error {
  constructor(status, message, { retry_after = 0, body = null } = {}) {
    super(message);
    this.status = status;
    this.retry_after = retry_after;  // seconds that the server asked for
    this.body = body;                // the problem as the server tells it
  }
}

function words_of(status, body, headers) {
  const said = body?.detail || body?.title;
  if (status === 429) return `Too many tries. Wait ${headers.get('Retry-After') ?? 'some'} seconds and try again.`;
  if (said) return said;
  if (status === 401) return 'This needs a sign-in.';
  if (status === 403) return 'The server refused this.';
  if (status === 404) return 'There is none here by that number.';
  return `The server answered ${status}.`;
}

async function read_body(response) {
  return /json/.test(response.headers.get('Content-Type') ?? '') ? response.json() : null;
}

// Cut off on the way, or never begun: the caller's own wish to end it is passed on.
async function asked(path, { signal, ...options }) {
  const limits = [signal, !options.method && AbortSignal.timeout(kLongest)].filter(Boolean);
  try {
    const response = await fetch(path.startsWith('/') ? path : `${kRoot}/${path}`,
      { credentials: 'same-origin', signal: AbortSignal.any(limits), ...options });
    return { response, body: await read_body(response) };
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw new ApiError(0, 'figured does not answer.');
  }
}

async function answer_of(path, options) {
  const { response, body } = await asked(path, options);
  if (response.ok) return body;
  const retry_after = Number(response.headers.get('Retry-After')) || 0;
  throw new ApiError(response.status, words_of(response.status, body, response.headers), { retry_after, body });
}

// "?a=b" of what is set; "" without any.
export function query_of(parameters) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters ?? {})) {
    if (value !== undefined && value !== null && value !== '') query.set(name, value);
  }
  const text = query.toString();
  return text && `?${text}`;
}

export const get = (path, parameters, signal) =>
  persist(() => answer_of(path + query_of(parameters), { signal, headers: { Accept: 'application/json' } }), signal);

export function send(method, path, body) {
  const headers = { Accept: 'application/json' };
  if (csrf) headers['X-Figured-CSRF'] = csrf;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  return answer_of(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
}
