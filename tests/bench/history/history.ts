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
    const browser = await openBrowser(folder, options);
    try {
      return await measureIn(browser, options);
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measureIn(browser: TaskBrowser, options: BenchmarkOptions): Promise<Figure[]> {
  const { run } = browser;
  const emptyBytes = await run('usedBytes', 0);
  const emptyLatest = await run('latest', runs * 10);
  const emptyPaint = await paintRatio(browser);
  const filled = await run('fill', options.attempts);
  const usedBytes = (await run('usedBytes', 0)) - emptyBytes;
  const written = await run('writes', writes);
  const bare = await run('exportBare', 0);
  const csv = await run('exportCsv', 0);
  const figures = [
    onDisk(filled, usedBytes),
    ...(await latestFigures(browser, emptyLatest, emptyPaint)),
    timeFigure("ten services' bars of a year", await run('year', runs), 100),
    timeFigure("a service's month by the hour", await run('month', runs), 300),
    timeFigure("all rounds of a service's month", await run('monthOfRounds', 1), Infinity),
    ...writeFigures(written),
    ...exportFigures(csv, bare),
    ...heapFigures(await run('heapOfExport', 0)),
  ];
  return figures;
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

async function latestFigures(
  browser: TaskBrowser,
  emptyLatest: readonly number[],
  emptyPaint: number | null,
): Promise<Figure[]> {
  const latest = await browser.run('latest', runs * 10);
  const paint = await paintRatio(browser);
  const figures: Figure[] = [
    {
      name: "the popup's read, to that with one round",
      unit: 'ms',
      measured: median(latest),
      limit: Infinity,
      note: `medians of ${latest.length}; with one round ${median(emptyLatest).toFixed(1)} ms`,
    },
  ];
  if (paint !== null && emptyPaint !== null) {
    figures.push({
      name: "the popup's paint, to that with one round",
      unit: 'ratio',
      measured: paint / emptyPaint,
      limit: 1.1,
      note: `means of ${paints}, each to an empty page: ${paint.toFixed(2)} to ${emptyPaint.toFixed(2)}`,
    });
  }
  return figures;
}

/** The popup's paint to an empty page's, in turns; null where the browser shows no popup to be timed. */
async function paintRatio({ timePaint }: TaskBrowser): Promise<number | null> {
  if (timePaint === null) return null;
  const empty: number[] = [];
  const popup: number[] = [];
  for (let paint = 0; paint < paints; paint += 1) {
    empty.push(await timePaint('empty.html', 'body'));
    popup.push(await timePaint('popup.html', 'main'));
  }
  return mean(popup) / mean(empty);
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

function heapFigures(growth: number | null): Figure[] {
  if (growth === null) return [];
  const note = 'without garbage, looked at every 1000 rounds';
  const name = 'growth of the heap while CSV is written';
  return [{ name, unit: 'bytes', measured: growth, limit: 64_000_000, note }];
}
