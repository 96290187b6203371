import { describe, expect, it } from 'vitest';
import {
  dataTriesMs,
  exchange,
  firstDelivered,
  flight,
  resolverHabits,
  synTriesMs,
} from '../../../accuracy/line/delivery.ts';
import { createRandom } from '../../../accuracy/time/random.ts';

const many = 40_000;
const never = () => false;

function losing(...lostMs: number[]) {
  return (offsetMs: number) => lostMs.includes(offsetMs);
}

function share(count: (index: number) => boolean): number {
  return Array.from({ length: many }, (_, index) => count(index)).filter(Boolean).length / many;
}

describe('the setup of a connection', () => {
  it.each([
    { lost: [], after: 100 },
    { lost: [0], after: 1_100 },
    { lost: [0, 1_000], after: 3_100 },
    { lost: [0, 1_000, 3_000], after: 7_100 },
    { lost: [0, 1_000, 3_000, 7_000], after: Number.POSITIVE_INFINITY },
  ])('stands after $after ms where the SYNs at $lost are lost', ({ lost, after }) => {
    expect(exchange(synTriesMs, 100, losing(...lost))).toBe(after);
  });

  it('is repeated if the answer is lost', () => {
    expect(exchange(synTriesMs, 100, losing(100))).toBe(1_100);
  });

  it.each([0.05, 0.2, 0.5])('fails as often as expected at a loss of %d', (loss) => {
    const random = createRandom(1);
    const fails = () => !Number.isFinite(exchange(synTriesMs, 100, () => random.chance(loss)));

    const tryFails = 1 - (1 - loss) ** 2;
    expect(share(fails)).toBeCloseTo(tryFails ** synTriesMs.length, 2);
  });
});

describe('a query to the name server', () => {
  it.each([
    { habit: resolverHabits.chromium, tries: 3, givesUpMs: 6_000 },
    { habit: resolverHabits.library, tries: 2, givesUpMs: 10_000 },
  ])('is given up after $givesUpMs ms and $tries tries', ({ habit, tries, givesUpMs }) => {
    const random = createRandom(1);
    const fails = () => !Number.isFinite(exchange(habit.triesMs, 20, () => random.chance(0.3)));

    expect(share(fails)).toBeCloseTo((1 - 0.7 ** 2) ** tries, 2);
    expect(habit.givesUpMs).toBe(givesUpMs);
    expect(Math.max(...habit.triesMs)).toBeLessThan(givesUpMs);
  });
});

describe('data on an open connection', () => {
  it('is resent after a timeout that doubles', () => {
    expect(dataTriesMs(50).slice(0, 4)).toEqual([0, 250, 750, 1_750]);
  });

  it('waits longer on a long path', () => {
    expect(dataTriesMs(1_000)[1]).toBe(3_000);
  });

  it('has arrived when its last packet has', () => {
    const lostOnce = [0, 0];
    const secondPacketLate = (offsetMs: number) => offsetMs === 0 && lostOnce.pop() === undefined;

    expect(flight(3, [0, 250], secondPacketLate)).toBe(250);
    expect(flight(3, [0, 250], never)).toBe(0);
  });

  it('never arrives if every try is lost', () => {
    expect(firstDelivered([0, 1], () => true)).toBe(Number.POSITIVE_INFINITY);
  });
});
