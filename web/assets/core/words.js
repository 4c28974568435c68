// Numbers, times and states in words.

const kNumber = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const kShort = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });
const kLong = new Intl.NumberFormat('en', { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 4 });
const kDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const kMoment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC',
});

const kMoney = { usd: '$', eur: '€', gbp: '£', jpy: '¥' };

export const number = (value) => kNumber.format(value);
export const short_number = (value) => (Math.abs(value) < 10000 ? kNumber.format(value) : kShort.format(value));

// "1.2 billion", where that is all of it; else every digit.
export const long_number = (value) => (Math.abs(value) >= 1e6 && Number(value.toPrecision(4)) === value ? kLong : kNumber).format(value);

export function with_unit(text, unit) {
  if (!unit) return text;
  if (kMoney[unit]) return kMoney[unit] + text;
  return unit === '%' ? `${text}%` : `${text} ${unit}`;
}

// The figure's value, bound and all: "at least 40", "42–53".
export function range({ low, high, unit }, format = number) {
  const open = (value) => value === null || value === undefined;
  if (open(low) && open(high)) return 'no number';
  if (open(high)) return `at least ${with_unit(format(low), unit)}`;
  if (open(low)) return `at most ${with_unit(format(high), unit)}`;
  return low === high ? with_unit(format(low), unit) : with_unit(`${format(low)}–${format(high)}`, unit);
}

export const plural = (count, one, many = `${one}s`) => `${kNumber.format(count)} ${count === 1 ? one : many}`;

// "a, b and 3 more"
export function list(names, shown = 3) {
  const head = names.slice(0, shown);
  const rest = names.length - head.length;
  if (rest > 0) return `${head.join(', ')} and ${rest} more`;
  return head.length < 2 ? head.join('') : `${head.slice(0, -1).join(', ')} and ${head.at(-1)}`;
}

export const moment = (iso) => (iso ? `${kMoment.format(new Date(iso)).replace(',', '')} UTC` : 'never');
export const day = (iso) => kDay.format(new Date(iso));

const kSteps = [[60, 1, 'second'], [3600, 60, 'minute'], [86400, 3600, 'hour'], [86400 * 45, 86400, 'day'], [Infinity, 86400 * 30.44, 'month']];

// "4 minutes": how long a span of so many seconds is.
export function span(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  const [, step, name] = kSteps.find(([end]) => whole < end);
  return plural(Math.max(whole < 1 ? 0 : 1, Math.floor(whole / step)), name);
}

// "4 minutes ago", "in 2 hours", "just now".
export function age(iso, now = Date.now()) {
  if (!iso) return 'never';
  const seconds = (now - Date.parse(iso)) / 1000;
  if (Math.abs(seconds) < 10) return seconds >= 0 ? 'just now' : 'now';
  return seconds > 0 ? `${span(seconds)} ago` : `in ${span(-seconds)}`;
}

export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
export const percent = (share) => `${Math.round(share * 100)}%`;

export function size(bytes) {
  if (bytes < 1000) return plural(bytes, 'byte');
  return bytes < 1e6 ? `${kNumber.format(Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

// How far the sides stand apart, for people: "2.3 times".
export function gap(low, high) {
  if (!(low > 0) || !(high > low)) return null;
  const times = high / low;
  if (times >= 1.95) return `${times < 10 ? times.toFixed(1).replace('.0', '') : kNumber.format(Math.round(times))} times`;
  return `${kNumber.format(high - low)} apart`;
}
