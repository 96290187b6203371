import { describe, expect, it } from 'vitest';
import { aRound } from '../../../helpers/rounds.ts';
import {
  countsOf,
  depthOf,
  isDeepEnough,
  lineOf,
  type Outcome,
  reportOf,
  tableOf,
} from '../../../lab/judge/report.ts';
import { startPhases } from '../../../lab/run/phases.ts';
import { createRandom, shuffle } from '../../../lab/run/random.ts';
import type { Expectation } from '../../../lab/scenarios/scenario.ts';
import type { LogEntry } from '../../../lab/world/description.ts';

/** A lab that records its calls, and a wait that the test ends. */
function aRecorder() {
  const done: string[] = [];
  const log: LogEntry[] = [];
  const waits: { ms: number; end: () => void }[] = [];
  const lab = {
    setWorld: async (world: object) => void done.push(`world ${JSON.stringify(world)}`),
    linkDown: () => void done.push('down'),
    linkUp: () => void done.push('up'),
    tunnelUp: async () => void done.push('tunnel up'),
    tunnelDown: async () => void done.push('tunnel down'),
    log: async () => log,
  };
  const waitFor = (ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      waits.push({ ms, end: resolve });
      signal.addEventListener('abort', () => reject(new Error('aborted')));
    });
  const nextWait = async (index: number) => {
    await expect.poll(() => waits.length).toBe(index + 1);
    return waits[index];
  };
  return { done, lab, log, waitFor, nextWait };
}

describe('phases', () => {
  it('come in the order of their times, the link up before a new world and down after it', async () => {
    const { done, lab, waitFor, nextWait } = aRecorder();

    const phases = startPhases(
      lab,
      [
        { afterMs: 9_000, world: { offline: true }, link: 'up' },
        { afterMs: 4_000, world: {}, link: 'down' },
      ],
      waitFor,
    );
    const first = await nextWait(0);
    first?.end();
    const second = await nextWait(1);
    second?.end();
    await expect.poll(() => done.length).toBe(4);
    await phases.stop();

    expect(done).toEqual(['world {}', 'down', 'up', 'world {"offline":true}']);
    expect(first?.ms).toBeGreaterThan(3_000);
    expect(first?.ms).toBeLessThanOrEqual(4_000);
    expect(second?.ms).toBeGreaterThan(8_000);
  });

  it('wait for the contact with a host if one is named', async () => {
    const { done, lab, log, waitFor, nextWait } = aRecorder();
    const asked = { time: 0, kind: 'http', address: '9.9.9.9', port: 443 } as const;

    const phases = startPhases(
      lab,
      [{ afterMs: 70, onceContacted: 'api.ipapi.is', tunnel: 'up' }],
      waitFor,
    );
    const looks = await nextWait(0);
    log.push({ ...asked, name: 'ya.ru' }, { ...asked, kind: 'dns', name: 'api.ipapi.is' });
    looks?.end();
    const looksAgain = await nextWait(1);
    log.push({ ...asked, name: 'api.ipapi.is' });
    looksAgain?.end();
    const rests = await nextWait(2);
    const doneBefore = [...done];
    rests?.end();
    await expect.poll(() => done.length).toBe(1);
    await phases.stop();

    expect(doneBefore).toEqual([]);
    expect(rests?.ms).toBeGreaterThan(looks?.ms ?? 0);
    expect(done).toEqual(['tunnel up']);
  });

  it('do not happen once they are stopped', async () => {
    const { done, lab, waitFor, nextWait } = aRecorder();
    const phases = startPhases(lab, [{ afterMs: 1, link: 'down' }], waitFor);
    await nextWait(0);

    await phases.stop();

    expect(done).toEqual([]);
  });

  it('report that the world could not be changed', async () => {
    const { done, lab, waitFor, nextWait } = aRecorder();
    const linkDown = () => {
      lab.linkDown();
      throw new Error('no such link');
    };
    const broken = { ...lab, linkDown };
    const phases = startPhases(broken, [{ afterMs: 1, link: 'down' }], waitFor);
    (await nextWait(0))?.end();
    await expect.poll(() => done).toEqual(['down']);

    await expect(phases.stop()).rejects.toThrow('no such link');
  });
});

describe('random numbers', () => {
  it('repeat for the same seed and differ for another', () => {
    const things = Array.from({ length: 30 }, (_, index) => index);
    const orderOf = (seed: number) => shuffle(things, createRandom(seed));

    expect(orderOf(1)).toEqual(orderOf(1));
    expect(orderOf(1)).not.toEqual(orderOf(2));
    expect(orderOf(1)).not.toEqual(things);
    expect(orderOf(1).toSorted((one, other) => one - other)).toEqual(things);
  });

  it('are evenly distributed', () => {
    const random = createRandom(7);
    const counts = Array.from({ length: 10 }, () => 0);
    for (let draw = 0; draw < 10_000; draw += 1) {
      const slot = Math.floor(random() * 10);
      counts[slot] = (counts[slot] ?? 0) + 1;
    }

    expect(Math.min(...counts)).toBeGreaterThan(850);
    expect(Math.max(...counts)).toBeLessThan(1150);
  });
});

describe('a report', () => {
  const deepest: Expectation = {
    states: ['likely_blocked'],
    mechanisms: ['timeout', 'tcp.timeout'],
    deepest: ['tcp.timeout'],
  };

  function anOutcome(
    said: ('timeout' | 'tcp.timeout')[],
    complaints: string[] = [],
    expected = deepest,
  ): Outcome {
    const roundState = said.length > 0 ? 'likely_blocked' : 'insufficient';
    const service = { id: 'viber', roundState, mechanisms: said };
    return {
      scenario: {
        name: 'viber drops',
        origin: 'x',
        world: {},
        network: ['normal'],
        services: { viber: expected },
        others: { states: ['ok'] },
      },
      run: 1,
      complaints,
      tookMs: 9_000,
      pressure: 0.125,
      round: aRound({ services: [service, { id: 'vk', mechanisms: [] }] as never }),
    };
  }

  it('counts how often blocked services got their deepest label, if it is known', () => {
    const outcomes = [
      anOutcome(['tcp.timeout']),
      anOutcome(['timeout']),
      anOutcome(['tcp.timeout', 'timeout']),
      anOutcome([]),
    ];

    expect(depthOf(outcomes)).toEqual({ expected: 3, reached: 1, share: 1 / 3 });
    expect(depthOf([])).toEqual({ expected: 0, reached: 0, share: null });
  });

  it('counts any one label where any is as deep, and not several', () => {
    const { deepest: _deepest, ...shallow } = deepest;
    const either: Expectation = { ...shallow, deepestOneOf: ['timeout', 'tcp.timeout'] };
    const outcomes = [
      anOutcome(['tcp.timeout'], [], either),
      anOutcome(['timeout'], [], either),
      anOutcome(['tcp.timeout', 'timeout'], [], either),
    ];

    expect(depthOf(outcomes)).toEqual({ expected: 3, reached: 2, share: 2 / 3 });
  });

  it.each([
    [97, 100, true],
    [96, 100, false],
    [28, 30, true],
    [0, 0, true],
  ])('is deep enough with %s labels of %s: %s', (reached, expected, isEnough) => {
    const share = expected === 0 ? null : reached / expected;

    expect(isDeepEnough({ expected, reached, share })).toBe(isEnough);
  });

  it('has a line for each scenario and one for each complaint', () => {
    const outcomes = [anOutcome(['timeout'], ['a: b: found c']), anOutcome(['timeout'])];

    expect(outcomes.map(lineOf)).toEqual([
      'FAIL   9.0 s, round  60.0 s, busy 13 %   viber drops',
      'ok     9.0 s, round  60.0 s, busy 13 %   viber drops',
    ]);
    expect(tableOf(outcomes)).toEqual(['viber drops  a: b: found c']);
    expect(countsOf(outcomes)).toEqual({ passed: 1, failed: 1 });
  });

  it('keeps the seed, the complaints and the rounds', () => {
    const about = { seed: 5, browser: 'chromium', startedAt: '2026-11-25T00:00:00.000Z' };

    const report = JSON.parse(reportOf([anOutcome(['timeout'], ['a'])], about));

    expect(report).toMatchObject({
      seed: 5,
      summary: { passed: 0, failed: 1, depth: { share: 0 } },
      scenarios: [
        { name: 'viber drops', complaints: ['a'], roundMs: 60_000, round: { id: 'round-1' } },
      ],
    });
  });
});
