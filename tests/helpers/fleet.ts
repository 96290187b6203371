import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { exportedRound } from '../../lib/export/exported-round.ts';
import type { Round } from '../../lib/model/round.ts';
import type { ServiceResult } from '../../lib/model/service.ts';
import { exampleRound } from '../unit/export/example-round.ts';
import { noTicks } from './exports.ts';

export type Row = Record<string, string>;

/** What a probe said of one service, an hour after the other; null: it measured nothing. */
export type Said = readonly (ServiceResult['state'] | null)[];

/** The files of simulated probes in a folder of their own, and DuckDB's answers from them. */
export interface Fleet {
  /** It holds `probes/PROBE/FILE`. */
  folder: string;
  write(probe: string, said: Said): void;
  /** Returns the path of the file. */
  writeRounds(probe: string, rounds: Iterable<Round>, file?: string): string;
  /** The rows of an example in docs/fleet, each cell as text. */
  ask(example: string): Promise<Row[]>;
  /** The rows of a query on the view `verdicts`, each cell as text. */
  query(sql: string): Promise<Row[]>;
  remove(): void;
}

const examples = new URL('../../docs/fleet/', import.meta.url);
const sqlOf = (name: string) => readFileSync(new URL(name, examples), 'utf8');

export function createFleet(): Fleet {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dozvon-fleet-'));
  const fleet: Fleet = {
    folder,
    write: (probe, said) => void fleet.writeRounds(probe, saidRounds(probe, said)),
    writeRounds(probe, rounds, file = 'rounds-2026-02-12.jsonl') {
      const place = path.join(folder, 'probes', probe);
      mkdirSync(place, { recursive: true });
      const lines = Array.from(rounds, (round) => JSON.stringify(exportedRound(round, noTicks)));
      writeFileSync(path.join(place, file), `${lines.join('\n')}\n`);
      return path.join(place, file);
    },
    ask: (example) => fleet.query(sqlOf(example)),
    query: (sql) => query(folder, sql),
    remove: () => rmSync(folder, { recursive: true }),
  };
  return fleet;
}

async function query(folder: string, sql: string): Promise<Row[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    await connection.run(`SET file_search_path = '${folder}'`);
    await connection.run(sqlOf('verdicts.sql'));
    const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
    return rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, cell]) => [key, String(cell as string | number)]),
      ),
    );
  } finally {
    connection.closeSync();
  }
}

const example = exampleRound();
const [service] = example.services;

/** A round an hour from 2026-02-12, each with one service. Probes whose name ends with f run in Firefox. */
export function saidRounds(probe: string, said: Said): Round[] {
  return said.map((state, hour) => roundOf(probe, hour, state));
}

function roundOf(probe: string, hour: number, state: Said[number]): Round {
  if (service === undefined) throw new Error('the example has no service');
  const startedAt = new Date(Date.UTC(2026, 1, 12, hour, 10)).toISOString();
  const shown = {
    ...service,
    id: 'whatsapp',
    state: state ?? 'ok',
    roundState: state ?? 'insufficient',
    confidence: 'high' as const,
    mechanisms: state === 'blocked' ? ['dns.nxdomain' as const] : [],
    targets: [],
  };
  const browser = probe.endsWith('f') ? 'Firefox 153.0' : 'Chromium 150.0';
  const software = { ...example.software, browser };
  return { ...example, id: `${probe} ${hour}`, startedAt, software, services: [shown] };
}
