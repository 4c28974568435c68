// The one door to the server: JSON under /api/v1.  An answer that is no success is an
// ApiError whose message can be shown.  Writes carry the CSRF token of the session.

const kRoot = '/api/v1';
let csrf = null;

export function use_csrf(token) {
  csrf = token;
}

export class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
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

async function answer_of(path, options) {
  let response;
  try {
    response = await fetch(path.startsWith('/') ? path : `${kRoot}/${path}`, { credentials: 'same-origin', ...options });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new ApiError(0, 'figured does not answer. Is it running?');
  }
  const is_json = /json/.test(response.headers.get('Content-Type') ?? '');
  const body = is_json ? await response.json() : null;
  if (!response.ok) throw new ApiError(response.status, words_of(response.status, body, response.headers));
  return body;
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
  answer_of(path + query_of(parameters), { signal, headers: { Accept: 'application/json' } });

export function send(method, path, body) {
  const headers = { Accept: 'application/json' };
  if (csrf) headers['X-Figured-CSRF'] = csrf;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  return answer_of(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
}
