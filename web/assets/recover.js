// Where a file of the page itself did not come, the page is loaded anew as soon as figured
// answers: a browser does not ask twice for a module.  It stands before everything else,
// needs nothing of it, and rests longer after each load that did not help.
(() => {
  const kKey = 'figured-loads';
  let again = false;

  const loads = () => {
    try {
      return Number(sessionStorage.getItem(kKey)) || 0;
    } catch {
      return 3;  // nothing can be counted here
    }
  };
  const count = (number) => {
    try {
      if (number) sessionStorage.setItem(kKey, String(number));
      else sessionStorage.removeItem(kKey);
    } catch {
      // As above.
    }
  };
  const say = (words) => {
    const line = document.getElementById('trouble');
    if (line) Object.assign(line, { textContent: words, hidden: false });
  };
  const rest = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  const answers = () => fetch('/api/v1/session', { cache: 'no-store' }).then(({ ok }) => ok, () => false);

  globalThis.all_came = () => count(0);
  globalThis.load_again = async () => {
    if (again) return;
    again = true;
    const before = loads();
    count(before + 1);
    do {
      say('A part of the page did not come. Trying again …');
      await rest(Math.min(15_000, 1000 * 2 ** before));
    } while (!await answers());
    location.reload();
  };
  document.addEventListener('error', ({ target }) => {
    if (target instanceof HTMLScriptElement || target.rel === 'stylesheet') globalThis.load_again();
  }, true);
})();
