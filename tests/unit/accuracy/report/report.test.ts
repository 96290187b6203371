import { describe, expect, it } from 'vitest';
import { addTallies, emptyTally, type Tally } from '../../../accuracy/count/tally.ts';
import { type ReportInput, writeDocument } from '../../../accuracy/report/document.ts';
import { judgePromises } from '../../../accuracy/report/promises.ts';
import { table } from '../../../accuracy/report/table.ts';

function aTally(overrides: Partial<Tally> = {}): Tally {
  const empty = emptyTally({ id: 'good line', kind: 'benign', about: 'A good line.' });
  return { ...empty, people: 1, rounds: 20_000, ...overrides };
}

function aHinderedTally(overrides: Partial<Tally> = {}): Tally {
  return aTally({
    situation: 'reset on name',
    kind: 'interference',
    steady: 10_000,
    detection: { 1: 100, 2: 100 },
    recovery: { 2: 150, 4: 50 },
    ...overrides,
  });
}

const lossy = aHinderedTally({ situation: 'reset on name, mild loss' });

function missedOf(...tallies: Tally[]): string[] {
  return judgePromises(tallies)
    .filter(({ kept }) => !kept)
    .map(({ name }) => name);
}

describe('the promises', () => {
  it('are kept if nothing is wrong', () => {
    expect(missedOf(aTally(), aHinderedTally(), lossy)).toEqual([]);
  });

  it.each<{
    missed: string;
    benign?: Partial<Tally>;
    hindered?: Partial<Tally>;
    mild?: Partial<Tally>;
  }>([
    { missed: 'no false “blocked”', benign: { blocked: { said: 1, seen: 0 } } },
    { missed: 'few false “likely blocked”', benign: { likely: { said: 3, seen: 0 } } },
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
    const tallies = [aTally(benign), aHinderedTally(hindered), { ...lossy, ...mild }];

    expect(missedOf(...tallies)).toEqual([missed]);
  });

  it('allow errors that are rare enough', () => {
    const benign = aTally({ likely: { said: 2, seen: 50 } });

    expect(missedOf(benign, aHinderedTally({ missed: 10 }), lossy)).toEqual([]);
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

    expect(text).toContain('Missed: no false “blocked”.');
    expect(text).toContain('- **good line.** Some rule.');
    expect(text).toContain('blocked wrongly\n  the story');
  });

  it('shows one example of all gaps', () => {
    const text = writeDocument(input);

    expect(text).toContain('insufficient instead of blocked');
    expect(text).not.toContain('insufficient once more');
  });
});

describe('a table', () => {
  it('aligns numbers right and words left', () => {
    expect(
      table(
        ['name', 'n'],
        [
          ['a', '1'],
          ['longer', '12,345'],
          ['b', ''],
        ],
      ),
    ).toBe(
      [
        '| name   |      n |',
        '| ------ | -----: |',
        '| a      |      1 |',
        '| longer | 12,345 |',
        '| b      |        |',
      ].join('\n'),
    );
  });
});
