import { rmSync } from 'node:fs';
import { type Benchmark, type BenchmarkOptions, type Figure, mean, median } from '../benchmark.ts';
import type { Filled } from './page/fill.ts';
import type { Export, Writes } from './page/measure.ts';
import { openBrowser, type TaskBrowser } from './task-browser.ts';
import { withTaskPage } from './with-page.ts';

const runs = 5;
const paints = 40;
const writes = 40;

/** A year of history: what it takes on the disk, and how long reading and writing take, beside their floors. */
export const historyBenchmark: Benchmark = {
  name: 'history',
  async measure(options) {
    const build = options.browser === 'firefox' ? 'firefox-mv3' : 'chrome-mv3';
    const folder = await withTaskPage(`.output/${build}`);
    const browsers: TaskBrowser[] = [];
    try {
      for (let one = 0; one < 2; one += 1) browsers.push(await openBrowser(folder, options));
      const [year, empty] = browsers as [TaskBrowser, TaskBrowser];
      return await measureIn(year, empty, options);
    } finally {
      for (const browser of browsers) await browser.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** @param empty with one round, beside that of the year */
async function measureIn(
  year: TaskBrowser,
  empty: TaskBrowser,
  options: BenchmarkOptions,
): Promise<Figure[]> {
  const { run } = year;
  const emptyBytes = await run('usedBytes', 0);
  const filled = await run('fill', options.attempts);
  const usedBytes = (await run('usedBytes', 0)) - emptyBytes;
  const written = await run('writes', writes);
  const bare = await run('exportBare', 0);
  const csv = await run('exportCsv', 0);
  const popup = await popupFigures(year, empty);
  return [
    onDisk(filled, usedBytes),
    ...popup,
    timeFigure("ten services' bars of a year", await run('year', runs), 100),
    timeFigure("a service's month by the hour", await run('month', runs), 300),
    timeFigure("all rounds of a service's month", await run('monthOfRounds', 1), Infinity),
    ...writeFigures(written),
    ...exportFigures(csv, bare),
    ...(await heapFigures(year)),
  ];
}

function onDisk({ rounds, attempts, fillMs, indexMs }: Filled, usedBytes: number): Figure {
  const seconds = (milliseconds: number) => Math.round(milliseconds / 1000);
  return {
    name: 'an attempt on the disk, with all that is kept of it',
    unit: 'count',
    measured: usedBytes / attempts,
    limit: 80,
    note: `bytes; ${attempts} attempts, ${rounds} rounds, filled in ${seconds(fillMs)} s, index in ${seconds(indexMs)} s`,
  };
}

async function popupFigures(year: TaskBrowser, empty: TaskBrowser): Promise<Figure[]> {
  // Both show a round of the same kind, and share their process with a page that has done nothing yet.
  for (const browser of [year, empty]) {
    await browser.check();
    await browser.fresh();
  }
  const latest = await year.run('latest', runs * 10);
  const emptyLatest = await empty.run('latest', runs * 10);
  const paint = await paintFigure(year, empty);
  const read: Figure = {
    name: "the popup's read",
    unit: 'ms',
    measured: median(latest),
    limit: Infinity,
    note: `medians of ${latest.length}; with one round ${median(emptyLatest).toFixed(1)} ms`,
  };
  return paint === null ? [read] : [read, paint];
}

/** The popup in both browsers, in turns; null where they show no popup to be timed. */
async function paintFigure(year: TaskBrowser, empty: TaskBrowser): Promise<Figure | null> {
  if (year.timePaint === null || empty.timePaint === null) return null;
  const times = { year: [] as number[], empty: [] as number[] };
  for (let paint = 0; paint < paints; paint += 1) {
    times.empty.push(await empty.timePaint('popup.html', 'main'));
    times.year.push(await year.timePaint('popup.html', 'main'));
  }
  return {
    name: "the popup's paint, to that with one round",
    unit: 'ratio',
    measured: mean(times.year) / mean(times.empty),
    limit: 1.1,
    note: `means of ${paints}: ${Math.round(mean(times.year))} ms to ${Math.round(mean(times.empty))} ms`,
  };
}

function timeFigure(name: string, times: readonly number[], limit: number): Figure {
  const [first = 0] = times;
  const note = `median of ${times.length}, the first took ${Math.round(first)} ms`;
  return { name, unit: 'ms', measured: median(times), limit, note };
}

function writeFigures({ round, transaction, bare }: Writes): Figure[] {
  const medians = `${median(transaction).toFixed(1)} ms to ${median(bare).toFixed(1)} ms`;
  return [
    {
      name: "a round's transaction, to a bare put of as many bytes",
      unit: 'ratio',
      measured: median(transaction) / median(bare),
      limit: 2,
      note: `medians of ${bare.length}: ${medians}`,
    },
    timeFigure("a round's write, with reading and sealing", round, Infinity),
  ];
}

function exportFigures(csv: Export, bare: Export): Figure[] {
  const ofRounds = `${csv.rounds} rounds, ${Math.round(csv.bytes / 1e6)} MB`;
  const rate = ({ rounds, ms }: Export) => Math.round((1000 * rounds) / ms);
  return [
    {
      name: 'time of bare reading and joining, to CSV (at least 0.6)',
      unit: 'ratio',
      // The reciprocal, as figures have a highest value.
      measured: csv.ms / csv.rounds / (bare.ms / bare.rounds),
      limit: 1 / 0.6,
      note: `${ofRounds}; ${rate(csv)} rounds/s to ${rate(bare)} rounds/s`,
    },
    {
      name: 'first bytes of CSV',
      unit: 'ms',
      measured: csv.firstBytesMs,
      limit: 200,
      note: ofRounds,
    },
  ];
}

async function heapFigures(browser: TaskBrowser): Promise<Figure[]> {
  await browser.fresh();
  const growth = await browser.run('heapOfExport', 0);
  if (growth === null) return [];
  const note = 'without garbage, looked at every 1000 rounds';
  const name = 'growth of the heap while CSV is written';
  return [{ name, unit: 'bytes', measured: growth, limit: 64_000_000, note }];
}
