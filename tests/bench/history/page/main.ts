import { createHistory, type WritableHistory } from '../../../../lib/history/open.ts';
import { quickPacking } from '../../../../lib/history/quick-packing.ts';
import { databaseName } from '../../../../lib/history/schema.ts';
import { createSeal, type HistoryKeys, type Seal } from '../../../../lib/history/seal.ts';
import type { Round } from '../../../../lib/model/round.ts';
import { countAttempts, createFiles } from './files.ts';
import { fill } from './fill.ts';
import {
  readBare,
  saveCsv,
  timeExports,
  timeLatest,
  timeMonth,
  timeMonthOfRounds,
  timeWrites,
  timeYear,
} from './measure.ts';

declare const chrome: {
  storage: { local: { get(name: string): Promise<Record<string, string>> } };
};

async function readKeys(): Promise<HistoryKeys> {
  const { historyKey = null } = await chrome.storage.local.get('historyKey');
  return { current: historyKey, former: null };
}

/** As pages read. */
const open = createHistory(async () => ({
  database: databaseName,
  keys: await readKeys(),
})) as () => Promise<WritableHistory>;

/** As the worker writes. */
async function openToWrite(): Promise<WritableHistory> {
  const { database } = await open();
  return { database, seal: (await createSeal(await readKeys(), quickPacking)) as Seal };
}

async function days(): Promise<Round[][]> {
  return (await (await fetch('/sample-days.json')).json()) as Round[][];
}

const files = createFiles();

/** What the benchmark asks of this page. */
const tasks = {
  fill: async (attempts: number) => fill(await openToWrite(), { days: await days(), attempts }),
  latest: async (runs: number) => timeLatest(await open(), runs),
  year: async (runs: number) => timeYear(await open(), runs),
  month: async (runs: number) => timeMonth(await open(), runs),
  monthOfRounds: async (runs: number) => timeMonthOfRounds(await open(), runs),
  writes: async (runs: number) =>
    timeWrites(await openToWrite(), (await days())[1]?.[9] as Round, runs),
  exports: async (turn: number) => timeExports(await open(), turn),
  saveCsv: async (_argument: number) => saveCsv(await open()),
  readBare: async (_argument: number) => readBare(await open()),
  countAttempts: async (_argument: number) => countAttempts(await openToWrite()),
  saveFile: async (format: number) => files.save(await open(), format),
  partOfFile: (start: number) => files.part(start),
  usedBytes: async (_argument: number) => (await navigator.storage.estimate()).usage ?? 0,
};

export type Tasks = typeof tasks;

Object.assign(globalThis, { tasks });
