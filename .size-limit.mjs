import { readFileSync } from 'node:fs';

const build = '.output/chrome-mv3';

// Vite names in the page every script that it loads at once: its own and, as preloads, what that
// one imports. The names carry hashes and change with the code, so they are read, not listed.
const scripts = [
  ...readFileSync(`${build}/popup.html`, 'utf8').matchAll(/(?:src|href)="(\/[^"]+\.js)"/g),
];
if (scripts.length === 0) throw new Error(`${build}/popup.html loads no script`);

export default [
  {
    name: 'Chromium build, unpacked',
    path: `${build}/**`,
    brotli: false,
    limit: '400 kB',
  },
  {
    name: 'Popup, its scripts',
    path: scripts.map(([, script]) => `${build}${script}`),
    gzip: true,
    limit: '40 kB',
  },
];
