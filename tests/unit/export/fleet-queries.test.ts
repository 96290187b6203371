import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Round } from '../../../lib/model/round.ts';
import type { ServiceResult } from '../../../lib/model/service.ts';
import { createRandom } from '../../lab/run/random.ts';
import { exampleRound } from './example-round.ts';

const examples = new URL('../../../docs/fleet/', import.meta.url);

let folder: string;
let connection: DuckDBConnection;

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'dozvon-fleet-'));
  connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`SET file_search_path = '${folder}'`);
});
afterEach(() => {
  connection.closeSync();
  rmSync(folder, { recursive: true });
});

/** What a probe said of one service, an hour after the other; null: it measured nothing. */
type Said = (ServiceResult['state'] | null)[];

const example = exampleRound();
const [service] = example.services;

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

function write(probe: string, said: Said): void {
  const lines = said.map((state, hour) => JSON.stringify(roundOf(probe, hour, state)));
  const place = path.join(folder, 'probes', probe);
  mkdirSync(place, { recursive: true });
  writeFileSync(path.join(place, 'rounds-2026-02-12.jsonl'), `${lines.join('\n')}\n`);
}

const sqlOf = (name: string) => readFileSync(new URL(name, examples), 'utf8');

/** The rows of an example, each cell as text. */
async function query(name: string): Promise<Record<string, string>[]> {
  await connection.run(sqlOf('verdicts.sql'));
  const rows = (await connection.runAndReadAll(sqlOf(name))).getRowObjectsJson();
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, cell]) => [key, String(cell as string | number)]),
    ),
  );
}

describe('the queries for many probes', () => {
  it('changes.sql tells what changed at which probe, over gaps and not by them', async () => {
    write('ru-north-1', ['ok', null, 'blocked', null, 'blocked', 'ok']);
    write('ru-north-2', ['ok', 'ok', 'ok', null, null, 'ok']);

    const rows = await query('changes.sql');

    expect(rows).toEqual([
      expect.objectContaining({
        network: 'ru-north',
        probe: 'ru-north-1',
        started_at: '2026-02-12 02:10:00',
        before: 'ok',
        state: 'blocked',
        mechanisms: 'dns.nxdomain',
        confidence: 'high',
      }),
      expect.objectContaining({
        started_at: '2026-02-12 05:10:00',
        before: 'blocked',
        state: 'ok',
      }),
    ]);
  });

  it('share.sql counts each probe once a day, by what it said last', async () => {
    write('ru-north-1', ['ok', 'blocked', 'likely_blocked']);
    write('ru-south-1', ['blocked', 'ok', null]);
    write('ru-south-2', ['ok', 'ok', 'blocked']);
    write('kz-east-1', ['ok', 'ok', 'ok']);

    expect(await query('share.sql')).toEqual([
      expect.objectContaining({ place: 'kz', probes: '1', blocked: '0', share: '0' }),
      expect.objectContaining({ place: 'ru', probes: '3', blocked: '2', share: '0.667' }),
    ]);
  });

  it('disagree.sql names the probes of one network that differ, and no others', async () => {
    write('ru-north-1', ['ok', 'blocked', 'blocked']);
    write('ru-north-2', ['ok', 'likely_blocked', 'ok']);
    write('ru-south-1', ['blocked', 'blocked', 'blocked']);

    expect(await query('disagree.sql')).toEqual([
      {
        network: 'ru-north',
        service: 'whatsapp',
        hour: '2026-02-12 02:00:00',
        said: 'ru-north-1 blocked, ru-north-2 ok',
      },
    ]);
  });

  it('engines.sql compares both browsers where both measured', async () => {
    write('ru-north-c', ['ok', 'blocked', 'blocked', null, 'ok']);
    write('ru-north-f', ['ok', 'blocked', 'ok', 'ok', 'blocked']);

    expect(await query('engines.sql')).toEqual([
      {
        service: 'whatsapp',
        hours: '4',
        alike: '2',
        chromium_alone: '1',
        firefox_alone: '1',
      },
    ]);
  });

  it('a check that a probe gave twice counts once', async () => {
    write('ru-north-1', ['blocked']);
    const place = path.join(folder, 'probes', 'ru-north-1');
    const again = JSON.stringify(roundOf('ru-north-1', 0, 'blocked'));
    writeFileSync(path.join(place, 'rounds-2026-02-13.jsonl'), `${again}\n`);

    await connection.run(sqlOf('verdicts.sql'));
    const counted = await connection.runAndReadAll('SELECT count(*) FROM verdicts');

    expect(counted.getRowsJson()).toEqual([['1']]);
  });

  it('together.sql says nothing of a single probe', async () => {
    write('ru-north-1', ['blocked']);

    expect(await query('together.sql')).toEqual([expect.objectContaining({ said: 'unknown' })]);
  });
});

/** Chance that more than half of `count` are wrong, each by itself with chance `each`. */
function chanceOfMost(count: number, each: number): number {
  let chance = 0;
  for (let wrong = Math.floor(count / 2) + 1; wrong <= count; wrong += 1) {
    let ways = 1;
    for (let taken = 0; taken < wrong; taken += 1) ways = (ways * (count - taken)) / (taken + 1);
    chance += ways * each ** wrong * (1 - each) ** (count - wrong);
  }
  return chance;
}

it('probes of one network together raise far fewer false alarms than one, and miss no block', async () => {
  const random = createRandom(7);
  const [count, hours, falseAlarm, miss] = [5, 600, 0.05, 0.1];
  for (let probe = 1; probe <= count; probe += 1) {
    write(
      `ru-open-${probe}`,
      Array.from({ length: hours }, () => (random() < falseAlarm ? 'likely_blocked' : 'ok')),
    );
    write(
      `ru-shut-${probe}`,
      Array.from({ length: hours }, () => (random() < miss ? 'ok' : 'blocked')),
    );
  }

  const rows = await query('together.sql');

  const said = (network: string, what: string) =>
    rows.filter((row) => row.network === network && row.said === what).length;
  // Of one probe, 30 of 600 hours are false alarms; of five, less than one is expected.
  expect(chanceOfMost(count, falseAlarm) * hours).toBeCloseTo(0.69, 1);
  expect(said('ru-open', 'blocked')).toBeLessThanOrEqual(4);
  expect(chanceOfMost(count, miss) * hours).toBeCloseTo(5.1, 1);
  expect(said('ru-shut', 'blocked')).toBeGreaterThanOrEqual(hours - 15);
  expect(rows).toHaveLength(2 * hours);
}, 30_000);
