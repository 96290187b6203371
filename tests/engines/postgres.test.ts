import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mapAttempts } from '../../lib/model/map-attempts.ts';
import type { Round } from '../../lib/model/round.ts';
import { createFleet, type Fleet, type Row, type Said, saidRounds } from '../helpers/fleet.ts';
import { longHistory } from '../helpers/long-history.ts';
import { createRandom, pick } from '../lab/run/random.ts';
import {
  type Cluster,
  createDatabase,
  exampleOf,
  loadFolder,
  psql,
  startCluster,
} from './postgres/cluster.ts';

let cluster: Cluster;
let fleet: Fleet;

beforeAll(() => {
  cluster = startCluster();
});
afterAll(() => {
  cluster.stop();
});
beforeEach(() => {
  createDatabase(cluster);
  fleet = createFleet();
});
afterEach(() => {
  fleet.remove();
});

const always = ['--set', 'from=2025-01-01', '--set', 'to=2027-01-01'];

/** The rows of a query in PostgreSQL, each cell as text. */
function rowsOf(...parameters: string[]): Row[] {
  const csv = psql(cluster, '--csv', ...parameters);
  return Papa.parse<Row>(csv, { header: true, skipEmptyLines: true }).data;
}

const select = (sql: string): Row[] => rowsOf('--command', sql);
const ask = (example: string): Row[] => rowsOf(...always, '--file', exampleOf(example));

/** DuckDB writes milliseconds with zeros at the end, PostgreSQL without. */
const withShortTimes = (rows: readonly Row[]): Row[] =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => [
        name,
        cell.replace(/^([\d-]{10} [\d:]{8}\.\d*?)\.?0+$/, '$1'),
      ]),
    ),
  );

/** Three networks in both browsers over two days, with gaps; and rounds as browsers recorded them. */
function writeFleet(): void {
  const random = createRandom(11);
  const states = ['ok', 'ok', 'ok', 'blocked', 'likely_blocked', 'impaired', 'down', null] as const;
  for (const network of ['ru-north', 'ru-south', 'kz-east']) {
    for (const name of ['1', '2', '3c', '4f', '5f']) {
      const probe = `${network}-${name}`;
      fleet.write(
        probe,
        Array.from({ length: 40 }, () => pick(states, random)),
      );
    }
  }
  const rounds = recorded(150);
  fleet.writeRounds('ru-west-1', rounds);
  fleet.writeRounds('ru-west-2', rounds.map(asLater));
}

/** At the time of the round, what a later one saw: two probes that disagree, within an hour too. */
function asLater(round: Round, index: number, rounds: readonly Round[]): Round {
  return { ...round, services: rounds[(index + 7) % rounds.length]?.services ?? [] };
}

/** Some with a state that outlasts what the round saw. */
const recorded = (count: number): Round[] =>
  [...longHistory(count)].map((round, index) => ({
    ...round,
    services: round.services.map((service) =>
      index % 5 === 4 ? { ...service, roundState: 'insufficient' as const } : service,
    ),
  }));

describe('the questions', () => {
  beforeEach(() => {
    writeFleet();
    loadFolder(cluster, fleet.folder);
  });

  it.each(['changes.sql', 'share.sql', 'disagree.sql', 'engines.sql', 'together.sql'])(
    'have the answers that DuckDB gives from the same files, row by row: %s',
    async (example) => {
      const expected = await fleet.ask(example);

      expect(expected.length).toBeGreaterThan(0);
      expect(withShortTimes(ask(example))).toEqual(withShortTimes(expected));
    },
  );

  it('stand on the same verdicts as in DuckDB', async () => {
    const columns = 'probe, service, state, confidence, mechanisms, is_blocked';
    const order = 'ORDER BY probe, started_at, service';

    const expected = await fleet.query(
      `SELECT ${columns.replace('is_blocked', 'CASE WHEN is_blocked THEN 1 ELSE 0 END AS is_blocked')} FROM verdicts ${order}`,
    );

    expect(expected.length).toBeGreaterThan(2000);
    const named = columns
      .replace('probe', 'name AS probe')
      .replace('is_blocked', 'is_blocked::int');
    expect(
      select(
        `SELECT ${named} FROM measured JOIN probes USING (probe) ${order.replace('probe', 'name')}`,
      ),
    ).toEqual(expected);
  });
});

describe('loading', () => {
  const tables = ['probes', 'targets', 'rounds', 'verdicts', 'attempts'];
  const summaries = ['changes', 'network_hours', 'place_days', 'failure_days', 'stale_days'];

  const contents = () => [
    // Numbers that are used up are missed after some years.
    select('SELECT sequencename, last_value FROM pg_sequences ORDER BY 1'),
    ...[...tables, ...summaries].map((table) => select(`SELECT * FROM ${table} AS t ORDER BY t`)),
  ];

  it('twice changes nothing', () => {
    writeFleet();
    loadFolder(cluster, fleet.folder);
    const before = contents();

    const said = loadFolder(cluster, fleet.folder);

    expect(before.slice(0, -1).every((rows) => rows.length > 0)).toBe(true);
    expect(contents()).toEqual(before);
    expect(said.filter((line) => line.includes('|'))).toEqual([
      ...Array.from({ length: 15 }, () => '40|0|0|0|0'),
      ...Array.from({ length: 2 }, () => '150|0|0|0|0'),
    ]);
    expect(said.at(-1)).toBe('0');
  });

  it('leaves out a line that was cut off, says so, and takes it once it is whole', () => {
    const file = fleet.writeRounds('ru-west-1', recorded(3));
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, whole.slice(0, -100));

    const said = loadFolder(cluster, fleet.folder);

    expect(said[1]).toMatch(/^3\|1\|2\|20\|\d+$/);
    expect(select('SELECT id FROM rounds ORDER BY id')).toEqual([
      { id: 'round-0' },
      { id: 'round-1' },
    ]);
    writeFileSync(file, whole);
    expect(loadFolder(cluster, fleet.folder)[1]).toMatch(/^3\|0\|1\|10\|\d+$/);
  });

  it('leaves out what is no round', () => {
    const file = fleet.writeRounds('ru-west-1', recorded(1));
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"schema":"dozvon.round/9"}\n7\n"\\u0000"\n`);

    expect(loadFolder(cluster, fleet.folder)[1]).toMatch(/^4\|3\|1\|10\|\d+$/);
  });

  it('keeps every attempt with all that was measured', () => {
    const text = 'a "quoted" \\ back\\nslash, a\ttab; é';
    const rounds = recorded(40).map((round) =>
      mapAttempts(round, (attempt) => ({ ...attempt, browserError: attempt.ok ? null : text })),
    );
    fleet.writeRounds('ru-west-1', rounds);

    loadFolder(cluster, fleet.folder);

    const kept = select(`
      SELECT json_build_object(
        'n', n, 'startedAt', started_at, 'ok', ok, 'failure', failure, 'failedOperation', failed_operation,
        'browserError', browser_error, 'httpStatus', http_status, 'remoteIp', host(remote_ip),
        'remoteIpKind', remote_ip_kind, 'protocol', protocol, 'dnsMs', dns_ms, 'connectMs', connect_ms,
        'tlsMs', tls_ms, 'ttfbMs', ttfb_ms, 'totalMs', total_ms, 'bytes', bytes, 'freezeAtBytes', freeze_at_bytes,
        'lastByteMs', last_byte_ms, 'bytesPerSecond', bytes_per_second, 'reusedConnection', reused_connection,
        'valid', valid
      ) AS attempt, id AS target
      FROM attempts JOIN targets USING (target) ORDER BY round_started_at, id, n`);
    const given = rounds.flatMap(({ services }) =>
      services
        .flatMap(({ targets }) => targets)
        .toSorted((one, other) => (one.id < other.id ? -1 : 1))
        .flatMap(({ id, attempts }) =>
          attempts.map(({ clockAheadDays: _days, elsewhere: _host, ...attempt }) => ({
            target: id,
            // Loaded without addresses, as they are exported.
            attempt: { lastByteMs: null, bytesPerSecond: null, ...attempt, remoteIp: null },
          })),
        ),
    );
    expect(given.length).toBeGreaterThan(2000);
    expect(
      kept.map(({ target, attempt = '' }) => ({
        target,
        attempt: withIsoTime(JSON.parse(attempt)),
      })),
    ).toEqual(given);
  });

  it('of a day that came late changes what the next day begins with', () => {
    const days = saidRounds('ru-north-1', [...hours('ok', 23), 'blocked', ...hours('ok', 2)]);
    fleet.writeRounds('ru-north-1', days.slice(24), 'rounds-2026-02-13.jsonl');
    loadFolder(cluster, fleet.folder);
    expect(ask('changes.sql')).toEqual([]);

    fleet.writeRounds('ru-north-1', days.slice(0, 24), 'rounds-2026-02-12.jsonl');
    loadFolder(cluster, fleet.folder);

    expect(ask('changes.sql').map(({ before, state }) => `${before} ${state}`)).toEqual([
      'ok blocked',
      'blocked ok',
    ]);
  });

  it('takes nothing of a file in which two checks of a probe begin at once', () => {
    const [one, other] = saidRounds('ru-north-1', ['ok', 'ok']) as [Round, Round];
    fleet.writeRounds('ru-north-1', [one, { ...other, startedAt: one.startedAt }]);

    expect(() => loadFolder(cluster, fleet.folder)).toThrow(
      'ru-north-1 0 and ru-north-1 1 of one probe both started at 2026-02-12 00:10:00',
    );
    expect(select('SELECT * FROM rounds')).toEqual([]);
  });
});

describe('a day', () => {
  it('is read alone where a question asks for it alone', () => {
    fleet.writeRounds('ru-west-1', recorded(300));
    loadFolder(cluster, fleet.folder);

    const explain = path.join(fleet.folder, 'explain.sql');
    writeFileSync(explain, `EXPLAIN ${readFileSync(exampleOf('failures.sql'), 'utf8')}`);
    const day = ['--set', 'from=2026-01-02', '--set', 'to=2026-01-03'];
    const plan = psql(cluster, ...day, '--set', 'network=ru-west', '--file', explain);

    expect([...new Set(plan.match(/attempts_\d+_\d+_\d+/g))]).toEqual(['attempts_2026_01_02']);
  });

  it('is forgotten with its partitions', () => {
    fleet.writeRounds('ru-west-1', recorded(150));
    loadFolder(cluster, fleet.folder);

    psql(
      cluster,
      '--command',
      'DROP TABLE rounds_2026_01_01, verdicts_2026_01_01, attempts_2026_01_01',
    );

    const days = select('SELECT DISTINCT started_at::date AS day FROM rounds');
    expect(days).toEqual([{ day: '2026-01-02' }]);
  });
});

it('failures.sql counts what the attempts of a network met, and leaves out what is no evidence', () => {
  const rounds = recorded(96);
  fleet.writeRounds('ru-west-1', rounds);
  fleet.writeRounds('ru-west-2', rounds);
  fleet.writeRounds('kz-east-1', rounds);
  loadFolder(cluster, fleet.folder);

  const rows = rowsOf(...always, '--set', 'network=ru-west', '--file', exampleOf('failures.sql'));

  const valid = rounds
    .flatMap(({ services }) => services.flatMap(({ targets }) => targets))
    .flatMap(({ id, attempts }) => attempts.map((attempt) => ({ id, ...attempt })))
    .filter((attempt) => attempt.valid);
  const counts = new Map<string, number>();
  for (const { id, failure, failedOperation } of valid) {
    const key = [id, failure, failedOperation].join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 2);
  }
  expect(
    new Map(
      rows.map((row) => [
        `${row.target} ${row.failure} ${row.failed_operation}`,
        Number(row.attempts),
      ]),
    ),
  ).toEqual(counts);
  expect(new Set(rows.map(({ probes }) => probes))).toEqual(new Set(['2']));
});

it('failures_by_place.sql counts what all attempts of a day met, once each, however often it is summed up', () => {
  const rounds = recorded(150);
  fleet.writeRounds('ru-west-1', rounds);
  fleet.writeRounds('ru-east-1', rounds);
  fleet.writeRounds('kz-east-1', rounds.slice(0, 40));
  loadFolder(cluster, fleet.folder);
  // A check of the second day that comes late has it summed up again.
  fleet.writeRounds('kz-east-1', rounds.slice(100, 101), 'rounds-2026-01-02.jsonl');
  loadFolder(cluster, fleet.folder);

  const day = ['--set', 'from=2026-01-02', '--set', 'to=2026-01-03'];
  const rows = rowsOf(...day, '--file', exampleOf('failures_by_place.sql'));

  const times = new Map<string, number[]>();
  for (const [place, probes, seen] of [
    ['ru', 2, rounds],
    ['kz', 1, rounds.slice(100, 101)],
  ] as const) {
    for (const { startedAt, services } of seen) {
      if (!startedAt.startsWith('2026-01-02')) continue;
      for (const { id, targets } of services) {
        for (const { valid, failure, failedOperation, totalMs } of targets.flatMap(
          ({ attempts }) => attempts,
        )) {
          if (!valid) continue;
          const key = [place, id, failure ?? '', failedOperation ?? '', probes].join(' ');
          times.set(key, [
            ...(times.get(key) ?? []),
            ...Array.from({ length: probes }, () => totalMs ?? Number.NaN),
          ]);
        }
      }
    }
  }
  const found = new Map(
    rows.map(({ place, service, failure, failed_operation, probes, attempts, median_ms }) => [
      [place, service, failure, failed_operation, probes].join(' '),
      { attempts: Number(attempts), median: Number(median_ms) },
    ]),
  );
  expect(times.size).toBeGreaterThan(20);
  expect(new Set(found.keys())).toEqual(new Set(times.keys()));
  for (const [key, all] of times) {
    expect(found.get(key)?.attempts, key).toBe(all.length);
    if (all.some(Number.isNaN)) continue;
    const sorted = all.toSorted((one, other) => one - other);
    const middle = (sorted.length - 1) / 2;
    const [low = 0, high = 0] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
    expect(Math.abs((found.get(key)?.median ?? 0) - (low + high) / 2), key).toBeLessThanOrEqual(
      0.6,
    );
  }
});

const hours = (state: Said[number], count: number): Said =>
  Array.from({ length: count }, () => state);

const withIsoTime = (attempt: { startedAt: string }) => ({
  ...attempt,
  startedAt: new Date(attempt.startedAt).toISOString(),
});
