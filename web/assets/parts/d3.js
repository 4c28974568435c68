// The parts of D3 that the plots need; asked for by the first plot.
let loaded = null;

export async function load_d3() {
  loaded ??= import('/assets/d3.js').then(() => globalThis.d3);
  return loaded;
}
