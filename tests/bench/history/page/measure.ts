import { spool } from '../../../../lib/browser/page/spool.ts';
import { commaDialect } from '../../../../lib/export/csv/dialect.ts';
import { attempts as csv } from '../../../../lib/export/csv.ts';
import { createRoundUnpacker } from '../../../../lib/history/codec/open-rounds.ts';
import { roundsInBundle } from '../../../../lib/history/kept/bundle.ts';
import { openPiece } from '../../../../lib/history/kept/piece.ts';
import { readLatest } from '../../../../lib/history/latest.ts';
import type { History, WritableHistory } from '../../../../lib/history/open.ts';
import { readBars, spans } from '../../../../lib/history/queries/bars.ts';
import { recentTransitions } from '../../../../lib/history/queries/transitions.ts';
import { recordRound } from '../../../../lib/history/rounds.ts';
import type { Sealed } from '../../../../lib/history/seal.ts';
import { selectRounds } from '../../../../lib/history/select-rounds.ts';
import { quantilesOf } from '../../../../lib/model/latency.ts';
import type { Round } from '../../../../lib/model/round.ts';
import { createRandom, vary } from './vary.ts';

const hourMs = 60 * 60 * 1000;
/** Rounds that the floor of an export reads together, as an export does. */
const together = 64;
/** Changes that a service's page reads: those it shows, and one that tells whether there are more. */
const latestChanges = 11;

/** Milliseconds, a time for each run. */
export async function timesOf(runs: number, run: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < runs; index += 1) {
    const startMs = performance.now();
    await run();
    times.push(performance.now() - startMs);
  }
  return times;
}

export function timeLatest(history: History, runs: number): Promise<number[]> {
  return timesOf(runs, () => readLatest(history));
}

/** Ten services' bars of a year. */
export function timeYear(history: History, runs: number): Promise<number[]> {
  return timesOf(runs, () => readBars(history, { ...spans.year, until: new Date() }));
}

/** One service's month hour by hour: states, failures, latency, and its latest transitions with their attempts. */
export function timeMonth(history: History, runs: number): Promise<number[]> {
  const hours = { bars: 30 * 24, barMs: hourMs, services: ['whatsapp'] };
  return timesOf(runs, async () => {
    const [bars] = await Promise.all([
      readBars(history, { ...hours, until: new Date() }),
      recentTransitions(history, { service: 'whatsapp', limit: latestChanges }),
    ]);
    return bars.map(({ rollups }) => rollups.map(({ times }) => quantilesOf(times)));
  });
}

/** Every round of a service in a month, opened. */
export function timeMonthOfRounds(history: History, runs: number): Promise<number[]> {
  const from = new Date(Date.now() - 30 * 24 * hourMs).toISOString();
  return timesOf(runs, async () => {
    let count = 0;
    for await (const { services } of selectRounds(history, { from, services: ['whatsapp'] })) {
      count += services.length;
    }
    return count;
  });
}

export interface Writes {
  /** Reading what is there, sealing, and the transaction. */
  round: number[];
  /** The transaction alone. */
  transaction: number[];
  /** A put of as many bytes. */
  bare: number[];
}

/** A round's write and a bare put of as many bytes, in turns, each of them flushed to the disk. */
export async function timeWrites(
  history: WritableHistory,
  sample: Round,
  runs: number,
): Promise<Writes> {
  const random = createRandom(7);
  const bare = await openBare();
  const written: Writes = { round: [], transaction: [], bare: [] };
  const timed = { ...history, database: withTimes(history.database, written.transaction) };
  for (let run = 0; run < runs; run += 1) {
    const round = vary(sample, Date.now(), random);
    const finished = { round, standings: [], full: false };
    written.round.push(...(await timesOf(1, () => recordRound(timed, finished))));
    const bytes = await lastBytes(history);
    written.bare.push(...(await timesOf(1, () => putBare(bare, bytes))));
  }
  bare.close();
  return written;
}

/** The same database, which notes how long writing transactions take. */
function withTimes(
  database: WritableHistory['database'],
  times: number[],
): WritableHistory['database'] {
  return new Proxy(database, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        const result = value.apply(target, given) as { done: Promise<void> };
        if (name === 'transaction' && given[1] === 'readwrite') {
          const startMs = performance.now();
          void result.done.then(() => times.push(performance.now() - startMs));
        }
        return result;
      };
    },
  });
}

/** How many bytes the last round has written: its own, those of its day, and the facts. */
async function lastBytes({ database }: WritableHistory): Promise<number> {
  const round = await database.transaction('sealedRounds').store.openCursor(null, 'prev');
  const day = await database.transaction('sealedDays').store.openCursor(null, 'prev');
  const facts = await database.getAll('sealedFacts');
  const records = [round?.value, day?.value, ...facts];
  return records.reduce((sum, record) => sum + (record?.data.byteLength ?? 0), 0);
}

function openBare(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('bare');
    opening.addEventListener('upgradeneeded', () => {
      opening.result.createObjectStore('records', { autoIncrement: true });
    });
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error));
  });
}

function putBare(database: IDBDatabase, bytes: number): Promise<void> {
  const record = crypto.getRandomValues(new Uint8Array(bytes));
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
    transaction.objectStore('records').put(record);
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('error', () => reject(transaction.error));
  });
}

export interface Exports {
  rounds: number;
  bytes: number;
  csvMs: number;
  bareMs: number;
  firstBytesMs: number;
}

export const options = {
  single: false,
  routing: false,
  addresses: false,
  label: null,
  timeZone: null,
  dialect: commaDialect,
};

/** CSV and its floor, in turns of so many rounds: whatever else the computer does slows both alike. */
export async function timeExports(history: WritableHistory, turn: number): Promise<Exports> {
  const seen = { rounds: 0, bytes: 0, isOver: false };
  const startMs = performance.now();
  const parts = csv.write(counted(selectRounds(history), seen), options)[Symbol.asyncIterator]();
  seen.bytes += (await parts.next()).value?.byteLength ?? 0;
  const firstBytesMs = performance.now() - startMs;
  const exports: Exports = { rounds: 0, bytes: 0, csvMs: firstBytesMs, bareMs: 0, firstBytesMs };
  const bare = joinedRounds(history)[Symbol.asyncIterator]();
  for (let until = turn; !seen.isOver; until += turn) {
    const [csvMs = 0] = await timesOf(1, async () => {
      while (seen.rounds < until && !seen.isOver) {
        const { done, value } = await parts.next();
        seen.isOver = done === true;
        seen.bytes += value?.byteLength ?? 0;
      }
    });
    const [bareMs = 0] = await timesOf(1, async () => {
      for (let round = until - turn; round < until; round += 1) await bare.next();
    });
    exports.csvMs += csvMs;
    exports.bareMs += bareMs;
  }
  const { rounds, bytes } = seen;
  return { ...exports, rounds, bytes };
}

async function* counted(
  rounds: AsyncIterable<Round>,
  seen: { rounds: number },
): AsyncGenerator<Round> {
  for await (const round of rounds) {
    seen.rounds += 1;
    yield round;
  }
}

/** The floor of an export: opens every record and joins what each attempt holds, without a thought. */
async function* joinedRounds(history: WritableHistory): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const round of bareRounds(history)) yield encoder.encode(joined(round));
}

/** Opens every record of a round. */
export async function* bareRounds({ database, seal }: WritableHistory): AsyncGenerator<Round> {
  const unpack = createRoundUnpacker(database, seal);
  for (const { store, atOnce } of [
    { store: 'sealedBundles', atOnce: together / roundsInBundle },
    { store: 'sealedRounds', atOnce: together },
  ] as const) {
    for (let last = -Infinity; ; ) {
      const range = IDBKeyRange.lowerBound(last, true);
      const keys = await database.getAllKeys(store, range, atOnce);
      const records = await database.getAll(store, range, atOnce);
      if (keys.length === 0) break;
      last = keys.at(-1) as number;
      const pieces = keys.map((key, index) => ({ store, key, record: records[index] as Sealed }));
      const opened = await Promise.all(pieces.map((piece) => openPiece(seal, piece)));
      const packed = opened.flatMap((rounds = []) => rounds);
      for (const round of await Promise.all(packed.map((one) => unpack(one.packed)))) {
        if (round !== undefined) yield round;
      }
    }
  }
}

/** Reads everything as the floor does. Returns the size of what a file would hold. */
export async function readBare(history: WritableHistory): Promise<number> {
  let bytes = 0;
  for await (const { byteLength } of joinedRounds(history)) bytes += byteLength;
  return bytes;
}

function joined({ id, startedAt, services }: Round): string {
  let text = '';
  for (const service of services) {
    for (const target of service.targets) {
      for (const attempt of target.attempts) {
        text += `${[id, startedAt, service.id, service.state, target.id, target.url, ...Object.values(attempt)].join()}\r\n`;
      }
    }
  }
  return text;
}

/** As a page saves it. Returns the size of the file. */
export async function saveCsv(history: History): Promise<number> {
  return (await spool(csv.write(selectRounds(history), options), csv.mediaType)).size;
}
