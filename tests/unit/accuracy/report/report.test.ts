import { describe, expect, it } from 'vitest';
import { addTallies, emptyTally, type Tally } from '../../../accuracy/count/tally.ts';
import { type ReportInput, writeDocument } from '../../../accuracy/report/document.ts';
import { judgePromises } from '../../../accuracy/report/promises.ts';

function aTally(overrides: Partial<Tally> = {}): Tally {
  const empty = emptyTally({
    id: 'good line',
    kind: 'benign',
    family: 'fault',
    about: 'A good line.',
  });
  return { ...empty, people: 1, rounds: 20_000, ...overrides };
}

function aHinderedTally(overrides: Partial<Tally> = {}): Tally {
  return aTally({
    situation: 'reset on name',
    kind: 'interference',
    family: 'steady block',
    steady: 10_000,
    detection: { 1: 100, 2: 100 },
    recovery: { 2: 150, 4: 50 },
    ...overrides,
  });
}

const lossy = aHinderedTally({
  situation: 'reset on name, mild loss',
  family: 'steady block, lossy',
});
const noStates = { ok: 0, impaired: 0, blocked: 0, likely_blocked: 0, down: 0, insufficient: 0 };

/** One tally of each other kind of promise, each kept. */
const others: Record<Other, Tally> = {
  'mostly blocked': aTally({
    family: 'mostly blocked',
    afterSecond: { ...noStates, impaired: 995, ok: 5 },
  }),
  'half blocked': aTally({
    family: 'half blocked',
    afterFourth: { ...noStates, impaired: 95, ok: 5 },
  }),
  alike: aTally({ family: 'alike', said: { ...noStates, ok: 200_000 } }),
  'path loss': aTally({
    family: 'path loss',
    networks: { normal: 20_000 },
    labels: { count: 5, precision: 0, depth: 0, false: 0, low: 0 },
  }),
  'block in part': aTally({ family: 'block in part', minutes: [30, 40, 80] }),
  'at home': aTally({
    kind: 'interference',
    family: 'at home',
    rounds: 0,
    gaps: 2,
    settled: { 'blocked high true': 1_500, 'ok low true': 500, 'impaired low false': 3 },
  }),
  fault: aTally({
    isSteady: true,
    settled: { 'ok high true': 9_995, 'ok medium true': 995, 'ok high false': 5 },
    changes: { concerned: 0, concernedRounds: 0, others: 1, othersRounds: 96 },
  }),
};
type Other =
  | 'mostly blocked'
  | 'half blocked'
  | 'alike'
  | 'path loss'
  | 'block in part'
  | 'at home'
  | 'fault';

function missedOf(...tallies: Tally[]): string[] {
  return judgePromises(tallies)
    .filter(({ kept }) => !kept)
    .map(({ name }) => name);
}

describe('the promises', () => {
  it('are kept if nothing is wrong', () => {
    expect(missedOf(aTally(), aHinderedTally(), lossy, ...Object.values(others))).toEqual([]);
  });

  it.each<{
    missed: string;
    benign?: Partial<Tally>;
    hindered?: Partial<Tally>;
    mild?: Partial<Tally>;
  }>([
    { missed: 'no false “blocked”', benign: { blocked: { said: 1, seen: 0 } } },
    { missed: 'few false “likely blocked”', benign: { likely: { said: 15, seen: 0 } } },
    { missed: 'no false “blocked” beside a block', hindered: { blocked: { said: 1, seen: 0 } } },
    {
      missed: 'few false “likely blocked” beside a block',
      hindered: { likely: { said: 5, seen: 0 } },
    },
    { missed: 'few misses of a steady block, good line', hindered: { missed: 6, gaps: 5 } },
    { missed: 'few misses of a steady block, mild loss', mild: { missed: 6, gaps: 5 } },
    { missed: 'a block is reported within 2 rounds', hindered: { detection: { 2: 90, 3: 10 } } },
    { missed: 'a block is reported within 2 rounds', hindered: { detection: { 2: 90, [-1]: 10 } } },
    { missed: 'its end is reported after 2 to 4 rounds', hindered: { recovery: { 1: 10, 2: 90 } } },
    { missed: 'its end is reported after 2 to 4 rounds', hindered: { recovery: { 2: 90, 5: 10 } } },
  ])('are missed by name: $missed', ({ missed, benign, hindered, mild }) => {
    const tallies = [aTally(benign), aHinderedTally(hindered), { ...lossy, ...mild }].concat(
      Object.values(others),
    );

    expect(missedOf(...tallies)).toEqual([missed]);
  });

  it.each<{ missed: string; family: Other; tally: Partial<Tally> }>([
    {
      missed: '80 % blocked or more is not “ok” after 2 rounds',
      family: 'mostly blocked',
      tally: { afterSecond: { ...noStates, impaired: 98, ok: 2 } },
    },
    {
      missed: '50 % blocked is “impaired” after 4 rounds',
      family: 'half blocked',
      tally: { afterFourth: { ...noStates, impaired: 89, blocked: 11 } },
    },
    {
      missed: 'what is said with high confidence is true',
      family: 'fault',
      tally: { settled: { ...others.fault.settled, 'impaired high false': 20 } },
    },
    {
      missed: 'what is said with medium confidence is true',
      family: 'fault',
      tally: { settled: { ...others.fault.settled, 'ok medium false': 20 } },
    },
    {
      missed: '5 % failing everywhere is “ok”',
      family: 'alike',
      tally: { said: { ...noStates, ok: 99, insufficient: 1 } },
    },
    {
      missed: 'loss to some services leaves the network normal',
      family: 'path loss',
      tally: { networks: { normal: 19_999, degraded: 1 } },
    },
    {
      missed: 'loss to some services is not laid to their names',
      family: 'path loss',
      tally: { labels: { count: 5, precision: 0, depth: 0, false: 1, low: 0 } },
    },
    {
      missed: 'steady situations with more than a change a day',
      family: 'fault',
      tally: { changes: { concerned: 0, concernedRounds: 0, others: 2, othersRounds: 96 } },
    },
    {
      missed: 'in other countries states are right',
      family: 'at home',
      tally: { gaps: 18 },
    },
    {
      missed: 'a block in part is reported within 90 minutes',
      family: 'block in part',
      tally: { minutes: [30, 40, 91] },
    },
    {
      missed: 'half of them within 45 minutes',
      family: 'block in part',
      tally: { minutes: [30, 46, 46] },
    },
  ])('are missed by name: $missed', ({ missed, family, tally }) => {
    const changed = { ...others, [family]: { ...others[family], ...tally } };

    expect(missedOf(aTally(), aHinderedTally(), lossy, ...Object.values(changed))).toEqual([
      missed,
    ]);
  });

  it.each([
    ['pair', 'no false “blocked” with two faults at once'],
    ['by hand', 'no false “blocked” in checks by hand'],
  ] as const)('count apart: %s', (family, missed) => {
    const wrong = aTally({ family, blocked: { said: 1, seen: 1 } });
    const all = [aTally(), aHinderedTally(), lossy, ...Object.values(others), wrong];

    expect(missedOf(...all)).toEqual([missed]);
  });

  it('allow errors that are rare enough', () => {
    const benign = aTally({ likely: { said: 2, seen: 50 } });

    const all = [benign, aHinderedTally({ missed: 10 }), lossy, ...Object.values(others)];

    expect(missedOf(...all)).toEqual([]);
  });

  it('are not kept if nothing was counted', () => {
    expect(missedOf()).toHaveLength(judgePromises([]).length);
  });
});

describe('tallies', () => {
  it('add up number by number', () => {
    const left = aHinderedTally({ examples: ['one'], blocked: { said: 1, seen: 2 } });
    const right = aHinderedTally({ examples: ['two'], recovery: { 3: 7 } });

    expect(addTallies(left, right)).toMatchObject({
      situation: 'reset on name',
      people: 2,
      rounds: 40_000,
      blocked: { said: 1, seen: 2 },
      detection: { 1: 200, 2: 200 },
      recovery: { 2: 150, 3: 7, 4: 50 },
      examples: ['one', 'two'],
    });
  });
});

describe('the document', () => {
  const input: ReportInput = {
    date: '2026-11-25',
    seed: 7,
    logicVersion: '42',
    catalogVersion: '2026-01-02',
    tallies: [
      aTally({ blocked: { said: 3, seen: 4 }, examples: ['blocked wrongly\n  the story'] }),
      aHinderedTally({ examples: ['insufficient instead of blocked'] }),
      { ...lossy, examples: ['insufficient once more'] },
    ],
    promises: judgePromises([aTally({ blocked: { said: 3, seen: 4 } }), aHinderedTally(), lossy]),
    openFaults: [{ title: 'good line', leavesOut: [], rule: 'Some rule.' }],
  };

  it('names its inputs', () => {
    const text = writeDocument(input);

    expect(text).toContain('over 60,000 simulated rounds');
    expect(text).toContain('Run on 2026-11-25, seed 7, logic version 42, catalog 2026-01-02');
  });

  it('names the missed promises, the rules at fault and an example round', () => {
    const text = writeDocument(input);

    expect(text).toContain('Missed: no false “blocked”;');
    expect(text).toContain('- **good line.** Some rule.');
    expect(text).toContain('blocked wrongly\n  the story');
  });

  it('shows one example of all gaps', () => {
    const text = writeDocument(input);

    expect(text).toContain('insufficient instead of blocked');
    expect(text).not.toContain('insufficient once more');
  });
});
