import { readdirSync } from 'node:fs';
import path from 'node:path';
import {
  expectLoadedLater,
  expectOneScript,
  expectWithout,
  largestLoadedLater,
  readPageLoad,
} from './page-load.ts';

/** The size limit of a part of a build. */
export interface SizeLimit {
  name: string;
  files: string[];
  /** Whether the limit applies to the sum of the gzip sizes or of the sizes on disk. */
  gzip: boolean;
  limitBytes: number;
}

const chromium = '.output/chrome-mv3';
const firefox = '.output/firefox-mv3';
const loadedLater = ['link', 'save-export', 'signals', 'pages', 'page-ids'];
/** An error of the library that unpacks rounds, which no page needs to paint; its script has no name of its own. */
const ofUnpacking = 'invalid distance';

/**
 * The limits, with the files of the builds in `.output`.
 * @throws Error if a build is missing, or if a page loads at once what should load on demand
 */
export function readSizeLimits(): SizeLimit[] {
  for (const build of [chromium, firefox]) {
    expectOneScript(build, 'popup.html');
    for (const page of ['popup.html', 'dashboard.html']) {
      expectLoadedLater(build, page, loadedLater);
      expectWithout(build, page, ofUnpacking);
    }
  }
  // A page loads its script and, at the same time, its texts in one language with their ids.
  const firstLoad = (page: string, texts: string[]) => [
    ...readPageLoad(chromium, page).atOnce,
    ...texts.map((name) => largestLoadedLater(chromium, page, name)),
  ];
  const popup = firstLoad('popup.html', ['pages', 'page-ids']);
  const dashboard = firstLoad('dashboard.html', ['pages', 'page-ids', 'dashboard']);
  const worker = [`${chromium}/background.js`];
  return [
    { name: "popup's scripts", files: popup, gzip: true, limitBytes: 40_000 },
    { name: "worker's script", files: worker, gzip: true, limitBytes: 147_000 },
    { name: "dashboard's first load", files: dashboard, gzip: true, limitBytes: 95_000 },
    { name: 'Chromium build', files: filesIn(chromium), gzip: false, limitBytes: 1_812_000 },
    { name: 'Firefox build', files: filesIn(firefox), gzip: false, limitBytes: 1_812_000 },
  ];
}

function filesIn(build: string): string[] {
  return readdirSync(build, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
