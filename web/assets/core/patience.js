// How a question is asked until it is answered: what may pass by itself is asked again,
// with growing rests, and the line below the page's top says so meanwhile.

const kFirst = 1000;  // ms
const kMost = 15_000;
const kPassing = new Set([0, 408, 429, 502, 503, 504]);  // 0: no answer came

const troubled = new Map();  // a question that waits → why
const sleepers = new Set();  // what wakes them

export const may_pass = ({ status }) => kPassing.has(status);

// Doubles with each try; what the server asks for (Retry-After, in seconds) is the least.
export function rest_before(tries, asked = 0, chance = Math.random()) {
  const usual = Math.min(kMost, kFirst * 2 ** (tries - 1)) * (0.75 + chance / 2);
  return Math.round(Math.max(usual, asked * 1000));
}

function show() {
  const line = document.getElementById('trouble');
  const words = [...troubled.values()].at(-1);
  line.hidden = !words;
  if (words && line.textContent !== words) line.textContent = words;
}

function sleep(milliseconds, signal) {
  return new Promise((done, fail) => {
    const wake = () => {
      clearTimeout(timer);
      sleepers.delete(wake);
      signal?.removeEventListener('abort', stop);
      done();
    };
    const stop = () => {
      clearTimeout(timer);
      sleepers.delete(wake);
      fail(signal.reason);
    };
    const timer = setTimeout(wake, milliseconds);
    sleepers.add(wake);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}

// The server is there again: nobody need rest any longer.
export function wake_all() {
  for (const wake of [...sleepers]) wake();
}

// What ask() brings, however often it takes; what does not pass by itself is thrown, and
// so is the reason of a signal that ends it.
export async function persist(ask, signal) {
  const question = {};
  try {
    for (let tries = 1; ; ++tries) {
      try {
        return await ask();
      } catch (error) {
        if (!may_pass(error)) throw error;
        troubled.set(question, `${error.message} Trying again …`);
        show();
        await sleep(rest_before(tries, error.retry_after), signal);
      }
    }
  } finally {
    if (troubled.delete(question)) show();
  }
}
