import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFleet, type Fleet, saidRounds } from '../../helpers/fleet.ts';
import { createRandom } from '../../lab/run/random.ts';

let fleet: Fleet;

beforeEach(() => {
  fleet = createFleet();
});
afterEach(() => {
  fleet.remove();
});

describe('the queries for many probes', () => {
  it('changes.sql tells what changed at which probe, over gaps and not by them', async () => {
    fleet.write('ru-north-1', ['ok', null, 'blocked', null, 'blocked', 'ok']);
    fleet.write('ru-north-2', ['ok', 'ok', 'ok', null, null, 'ok']);

    const rows = await fleet.ask('changes.sql');

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
    fleet.write('ru-north-1', ['ok', 'blocked', 'likely_blocked']);
    fleet.write('ru-south-1', ['blocked', 'ok', null]);
    fleet.write('ru-south-2', ['ok', 'ok', 'blocked']);
    fleet.write('kz-east-1', ['ok', 'ok', 'ok']);

    expect(await fleet.ask('share.sql')).toEqual([
      expect.objectContaining({ place: 'kz', probes: '1', blocked: '0', share: '0' }),
      expect.objectContaining({ place: 'ru', probes: '3', blocked: '2', share: '0.667' }),
    ]);
  });

  it('disagree.sql names the probes of one network that differ, and no others', async () => {
    fleet.write('ru-north-1', ['ok', 'blocked', 'blocked']);
    fleet.write('ru-north-2', ['ok', 'likely_blocked', 'ok']);
    fleet.write('ru-south-1', ['blocked', 'blocked', 'blocked']);

    expect(await fleet.ask('disagree.sql')).toEqual([
      {
        network: 'ru-north',
        service: 'whatsapp',
        hour: '2026-02-12 02:00:00',
        said: 'ru-north-1 blocked, ru-north-2 ok',
      },
    ]);
  });

  it('engines.sql compares both browsers where both measured', async () => {
    fleet.write('ru-north-c', ['ok', 'blocked', 'blocked', null, 'ok']);
    fleet.write('ru-north-f', ['ok', 'blocked', 'ok', 'ok', 'blocked']);

    expect(await fleet.ask('engines.sql')).toEqual([
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
    fleet.write('ru-north-1', ['blocked']);
    fleet.writeRounds(
      'ru-north-1',
      saidRounds('ru-north-1', ['blocked']),
      'rounds-2026-02-13.jsonl',
    );

    expect(await fleet.query('SELECT count(*) AS count FROM verdicts')).toEqual([{ count: '1' }]);
  });

  it('together.sql says nothing of a single probe', async () => {
    fleet.write('ru-north-1', ['blocked']);

    expect(await fleet.ask('together.sql')).toEqual([expect.objectContaining({ said: 'unknown' })]);
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

const fleetDocument = readFileSync(new URL('../../../docs/fleet.md', import.meta.url), 'utf8');
/** How often probes raise a false alarm, and miss a block. */
const [falseAlarm, miss] = [0.05, 0.1];

describe.each([2, 3, 5, 9])('of one network, %d probes together', (count) => {
  const alarms = chanceOfMost(count, falseAlarm);
  const misses = 1 - chanceOfMost(count, 1 - miss);

  it('raise false alarms and miss blocks as often as chance has it', async () => {
    const random = createRandom(7);
    const hours = 600;
    for (let probe = 1; probe <= count; probe += 1) {
      fleet.write(
        `ru-open-${probe}`,
        Array.from({ length: hours }, () => (random() < falseAlarm ? 'likely_blocked' : 'ok')),
      );
      fleet.write(
        `ru-shut-${probe}`,
        Array.from({ length: hours }, () => (random() < miss ? 'ok' : 'blocked')),
      );
    }

    const rows = await fleet.ask('together.sql');

    const said = (network: string) =>
      rows.filter((row) => row.network === network && row.said === 'blocked').length;
    const isNear = (found: number, expected: number) =>
      Math.abs(found - expected) <= 4 * Math.sqrt(expected) + 1;
    expect(rows).toHaveLength(2 * hours);
    expect(said('ru-open')).toSatisfy((found: number) => isNear(found, alarms * hours));
    expect(hours - said('ru-shut')).toSatisfy((found: number) => isNear(found, misses * hours));
  }, 30_000);

  it('do so as often as docs/fleet.md tells', () => {
    const row = new RegExp(`^\\| ${count} +\\| ([\\d.]+) % +\\| ([\\d.]+) % +\\|$`, 'm');
    const [, ...told] = row.exec(fleetDocument) ?? [];
    const exact = [alarms, misses].map((chance) => String(Number((100 * chance).toPrecision(2))));
    expect(told).toEqual(exact);
  });
});
