// Where values stand on a line: pure, so that the small axis needs no library.

// The next of 1, 2, 5, 10 ... that is no less than `raw`.
function nice_step(raw) {
  const power = 10 ** Math.floor(Math.log10(raw));
  return [1, 2, 5, 10].find((step) => step * power >= raw * 0.999) * power;
}

function linear_ticks(from, to, count) {
  const step = nice_step((to - from) / count);
  const ticks = [];
  for (let tick = Math.ceil(from / step) * step; tick <= to * (1 + 1e-9); tick += step) ticks.push(Number(tick.toPrecision(12)));
  return ticks;
}

function log_ticks(from, to, count) {
  const first = Math.ceil(Math.log10(from) - 1e-9);
  const last = Math.floor(Math.log10(to) + 1e-9);
  const every = Math.max(1, Math.ceil((last - first + 1) / count));
  const ticks = [];
  for (let power = first; power <= last; power += every) ticks.push(10 ** power);
  return ticks;
}

// {at(value) → 0..1, ticks, logarithmic} for all the values.  Zero is shown where the
// least is well below the greatest; far apart, each step is ten times the one before.
export function scale_of(values, { ticks = 4 } = {}) {
  const least = Math.min(...values);
  const most = Math.max(...values);
  if (least > 0 && most / least > 60) {
    const from = Math.log10(least) - 0.15;
    const to = Math.log10(most) + 0.15;
    return {
      at: (value) => (Math.log10(Math.max(value, 10 ** from)) - from) / (to - from),
      ticks: log_ticks(10 ** from, 10 ** to, ticks),
      logarithmic: true,
    };
  }
  const spread = most - least || Math.abs(most) || 1;
  const zero = least >= 0 && least < most * 0.4;
  const from = zero ? 0 : least - spread * 0.35;
  const to = most + spread * (zero ? 0.12 : 0.35);
  return { at: (value) => (value - from) / (to - from), ticks: linear_ticks(from, to, ticks), logarithmic: false };
}
