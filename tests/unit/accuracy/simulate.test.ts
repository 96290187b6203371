import { describe, expect, it } from 'vitest';
import type { Tally } from '../../accuracy/count/tally.ts';
import { openFaults } from '../../accuracy/open-faults.ts';
import { live } from '../../accuracy/person.ts';
import { judgePromises } from '../../accuracy/report/promises.ts';
import { combine, type Job, piecesOf, simulate, tuningSeed } from '../../accuracy/simulate.ts';
import { byHandSituations } from '../../accuracy/situations/by-hand.ts';
import { situations } from '../../accuracy/situations/index.ts';
import { pairSituations } from '../../accuracy/situations/pairs.ts';

/** Promises of which one event counts for each service that is blocked alike, and for how many. */
const countedByService = [
  'a block is reported within 2 rounds',
  'its end is reported after 2 to 4 rounds',
];
const servicesAlike = 7;
const wholeJob = { seed: tuningSeed, rounds: 3_000 };
const whole = await simulateAll(wholeJob);
const pair = 'dead witnesses + reset on name';
const few = {
  only: ['heavy loss', 'sleep', 'reset on name, mild loss', pair],
  rounds: 120,
  pairRounds: 60,
};

describe('the simulation', () => {
  it('gives each situation an id of its own', () => {
    const all = [...situations, ...pairSituations, ...byHandSituations];

    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('runs the requested number of benign rounds', () => {
    const benign = whole.filter(({ kind }) => kind === 'benign');

    expect(benign.reduce((rounds, one) => rounds + one.rounds, 0)).toBeGreaterThanOrEqual(3_000);
  });

  it('runs as many rounds with interference as without', () => {
    const rounds = (kind: string) =>
      whole.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.rounds, 0);

    expect(rounds('interference') / rounds('benign')).toBeCloseTo(1, 0);
  });

  it('runs the requested rounds of each pair, and none by itself', async () => {
    const job = { ...few, seed: 2, only: [pair] };
    const tallies = await simulateAll(job);

    expect(tallies).toMatchObject([{ family: 'pair', kind: 'interference', rounds: 60 }]);
    expect(whole.filter(({ family }) => family === 'pair')).toEqual([]);
  });

  it('runs the requested rounds by hand, a minute apart, and none by itself', async () => {
    const job = { ...few, seed: 2, handRounds: 40, only: ['captive portal, by hand'] };
    const tallies = await simulateAll(job);

    expect(tallies).toMatchObject([{ family: 'by hand', kind: 'benign', rounds: 40 }]);
    expect(await timesByHand()).toEqual(['manual', 'manual, 1 min', 'manual, 1 min']);
    expect(whole.filter(({ family }) => family === 'by hand')).toEqual([]);
  });

  it('divides everybody of each situation into pieces', () => {
    const job = { ...few, seed: 3, rounds: 60_000 };
    const all = piecesOf(job).filter(({ situation }) => situation === 'sleep');

    expect(all).toHaveLength(25);
    expect(all.map(({ from }) => from)).toEqual([0, ...all.slice(0, -1).map(({ to }) => to)]);
    expect(all.at(-1)?.to).toBe(500);
  });

  it('is reproducible, in any pieces and order', async () => {
    const job = { ...few, seed: 3 };
    const people = piecesOf(job).flatMap(({ situation, from, to }) =>
      Array.from({ length: to - from }, (_, number) => ({
        situation,
        from: from + number,
        to: from + number + 1,
      })),
    );
    const tallies: Tally[] = [];
    for (const one of people.toReversed()) tallies.unshift(await simulate(job, one));

    // Else nobody would be in a piece with somebody else.
    expect(people.length).toBeGreaterThan(few.only.length);
    expect(combine(job, tallies)).toEqual(await simulateAll(job));
  });

  it('differs for another seed', async () => {
    const job = { ...few, seed: 2 };
    const [one, other] = [await simulateAll(job), await simulateAll({ ...job, seed: 3 })];

    expect(one).not.toEqual(other);
  });
});

async function simulateAll(job: Job): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (const piece of piecesOf(job)) tallies.push(await simulate(job, piece));
  return combine(job, tallies);
}

/** How three checks of one person begin, and how long after the one before each ended. */
async function timesByHand(): Promise<string[]> {
  const [situation] = byHandSituations;
  if (situation === undefined) return [];
  const times: string[] = [];
  let endedMs = 0;
  await live({ situation, seeds: [2], rounds: 3 }, ({ round }) => {
    const pauseMs = Date.parse(round.startedAt) - endedMs;
    times.push(endedMs === 0 ? round.trigger : `${round.trigger}, ${pauseMs / 60_000} min`);
    endedMs = Date.parse(round.finishedAt);
  });
  return times;
}

describe('the promises about errors', () => {
  const known = new Set(openFaults.flatMap(({ leavesOut }) => leavesOut));
  const brokenPromises = openFaults.flatMap(({ breaks = [] }) => breaks);
  const judged = whole.filter(({ situation }) => !known.has(situation));

  it('hold where a portal comes and goes between checks by hand', async () => {
    const only = ['captive portal, by hand'];
    // By these chances gates that pass over connections from before were seen to fail.
    const job = { seed: 2, rounds: 0, handRounds: 300, only };
    const [tally] = await simulateAll(job);

    expect(tally).toMatchObject({
      rounds: 300,
      blocked: { said: 0, seen: 0 },
      likely: { said: 0, seen: 0 },
      said: { impaired: 0 },
    });
  });

  it('are broken only in situations that exist', () => {
    const ids = new Set(situations.map(({ id }) => id));

    expect([...known].filter((id) => !ids.has(id))).toEqual([]);
  });

  it('are known by their names where they are broken, or counted by service', () => {
    const names = judgePromises(judged).map(({ name }) => name);

    const listed = [...brokenPromises, ...countedByService];
    expect(listed.filter((name) => !names.includes(name))).toEqual([]);
  });

  // What may happen rarely may happen once or twice by chance in so few rounds; what never may, may not.
  it.each(judgePromises(judged).filter(({ name }) => !brokenPromises.includes(name)))(
    'hold: $name',
    ({ name, count, of, allowedShare }) => {
      const expected = of * allowedShare;
      const atOnce = countedByService.includes(name) ? servicesAlike : 1;

      expect(of).toBeGreaterThan(0);
      expect(count).toBeLessThanOrEqual(expected + 3 * Math.sqrt(atOnce * expected));
    },
  );
});
