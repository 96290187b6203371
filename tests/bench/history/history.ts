import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Benchmark, type BenchmarkOptions, type Figure, median } from '../benchmark.ts';
import { type PaintTimes, partsOf, typicalOf } from '../time-paint.ts';
import { fileFigures } from './files.ts';
import { type Growth, growthDuring } from './growth.ts';
import { openBrowser } from './open-browser.ts';
import { type OverviewTimes, overviewFigures } from './overview.ts';
import type { Filled } from './page/fill.ts';
import type { Exports, Writes } from './page/measure.ts';
import type { TaskBrowser } from './task-browser.ts';
import { withTaskPage } from './with-page.ts';

const runs = 5;
const paints = 40;
const openings = 20;
const writes = 40;
/** Firefox takes a database to be idle after some two seconds. */
const restMs = 5_000;
const mostLooks = 12;
/** Rounds that each export reads before the other goes on: as many as are read together. */
const turn = 64;

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
  const emptyBytes = await bytesAtRest(year);
  const filled = await run('fill', options.attempts);
  const usedBytes = (await bytesAtRest(year)) - emptyBytes;
  const written = await run('writes', writes);
  const exports = await run('exports', turn);
  const popup = await popupFigures(year, empty);
  return [
    onDisk(filled, usedBytes),
    ...popup,
    ...overviewFigures(await overviews(year)),
    timeFigure("ten services' bars of a year", await run('year', runs), 100),
    timeFigure("a service's month by the hour", await run('month', runs), 300),
    timeFigure("all rounds of a service's month", await run('monthOfRounds', 1), Infinity),
    ...writeFigures(written),
    ...exportFigures(exports),
    ...(await growthFigures(year)),
    // What these read for their files stays in memory for a while.
    ...(await fileFigures(year)),
  ];
}

/**
 * What is used once that stays the same: while nothing happens, browsers bring what they have noted beside a database
 * into it (in Firefox up to 20 MB).
 */
async function bytesAtRest({ run }: TaskBrowser): Promise<number> {
  let before = Number.NaN;
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const bytes = await run('usedBytes', 0);
    if (bytes === before) return bytes;
    before = bytes;
    await sleep(restMs);
  }
  return before;
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
  const painted = await paintFigures(year, empty);
  const read: Figure = {
    name: "the popup's read",
    unit: 'ms',
    measured: median(latest),
    limit: Infinity,
    note: `medians of ${latest.length}; with one round ${median(emptyLatest).toFixed(1)} ms`,
  };
  return [read, ...painted];
}

/** The popup in both browsers and an empty page, in turns. */
async function paintFigures(year: TaskBrowser, empty: TaskBrowser): Promise<Figure[]> {
  const turns = [
    { time: empty.timePopup, measured: [] as PaintTimes[] },
    { time: year.timePopup, measured: [] as PaintTimes[] },
    { time: year.timeEmptyPage, measured: [] as PaintTimes[] },
  ];
  for (let paint = 0; paint < paints; paint += 1) {
    // None is always the one that follows another.
    for (const { time, measured } of paint % 2 === 0 ? turns : turns.toReversed()) {
      measured.push(await time());
    }
  }
  const [oneRound = [], ofYear = [], page = []] = turns.map(({ measured }) => measured);
  const ratio = (to: readonly PaintTimes[]) => typicalOf(ofYear).shownMs / typicalOf(to).shownMs;
  const note = (to: readonly PaintTimes[]) =>
    `${paints} each: ${partsOf(ofYear)} to ${partsOf(to)}`;
  return [
    {
      name: "the popup's paint, to that with one round",
      unit: 'ratio',
      measured: ratio(oneRound),
      limit: 1.1,
      note: note(oneRound),
    },
    {
      name: "the popup's paint, to that of an empty page",
      unit: 'ratio',
      measured: ratio(page),
      limit: 1.3,
      note: note(page),
    },
  ];
}

async function overviews(year: TaskBrowser): Promise<OverviewTimes[]> {
  const times: OverviewTimes[] = [];
  for (let run = 0; run < openings; run += 1) times.push(await year.timeOverview());
  return times;
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

function exportFigures({ rounds, bytes, csvMs, bareMs, firstBytesMs }: Exports): Figure[] {
  const ofRounds = `${rounds} rounds, ${Math.round(bytes / 1e6)} MB`;
  const rate = (ms: number) => Math.round((1000 * rounds) / ms);
  return [
    {
      name: 'time of bare reading and joining, to CSV (at least 0.6)',
      unit: 'ratio',
      // The reciprocal, as figures have a highest value.
      measured: csvMs / bareMs,
      limit: 1 / 0.6,
      note: `${ofRounds}; in turns of ${turn}, ${rate(csvMs)} rounds/s to ${rate(bareMs)} rounds/s`,
    },
    {
      name: 'first bytes of CSV',
      unit: 'ms',
      measured: firstBytesMs,
      limit: 200,
      note: ofRounds,
    },
  ];
}

/** With garbage it is the engine that decides how much there is, so the floor stands beside it. */
async function growthFigures({ fresh, run, memory }: TaskBrowser): Promise<Figure[]> {
  await fresh();
  const live = await growthDuring(memory, 'is collected', () => run('saveCsv', 0));
  await fresh();
  const bare = await growthDuring(memory, 'counts', () => run('readBare', 0));
  await fresh();
  const all = await growthDuring(memory, 'counts', () => run('saveCsv', 0));
  const megabytes = ({ bytes }: Growth) => Math.round(bytes / 1e6);
  return [
    {
      name: 'growth of the memory while CSV is saved',
      unit: 'bytes',
      measured: live.bytes,
      limit: 64_000_000,
      note: `without garbage, ${live.looks} looks; ${memory.counts}`,
    },
    {
      name: 'the same with garbage, to that of bare reading and joining',
      unit: 'ratio',
      measured: all.bytes / bare.bytes,
      limit: 1.5,
      note: `${megabytes(all)} MB to ${megabytes(bare)} MB, ${all.looks} and ${bare.looks} looks`,
    },
  ];
}
