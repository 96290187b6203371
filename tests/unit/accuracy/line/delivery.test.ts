import { describe, expect, it } from 'vitest';
import {
  dataTriesMs,
  exchange,
  firstDelivered,
  flight,
  resolverHabits,
  stream,
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

describe('a stream of packets', () => {
  const lostFor = (count: number) => {
    let sent = 0;
    return () => {
      sent += 1;
      return sent <= count;
    };
  };

  it('doubles what is on the way with each round trip', () => {
    const arrivals = stream(40, 100, never);

    expect([arrivals[0], arrivals[9], arrivals[10], arrivals[29], arrivals[30]]).toEqual([
      50, 50, 150, 150, 250,
    ]);
  });

  it('sends a lost packet again after a round trip, and others wait for it', () => {
    expect(stream(3, 100, lostFor(1))).toEqual([150, 150, 150]);
  });

  it('has half as many on the way after a loss', () => {
    const arrivals = stream(24, 100, lostFor(1));

    expect([arrivals[13], arrivals[14], arrivals[23]]).toEqual([150, 250, 250]);
  });

  it('sends one packet after a timeout, each twice as long, where nothing comes', () => {
    // The three, and then one alone twice.
    expect(stream(3, 100, lostFor(5))).toEqual([2_150, 2_250, 2_250]);
  });

  it('sends again what came where nothing was acknowledged, and goes on more slowly', () => {
    // The packet comes; of the acknowledgement nothing is heard.
    expect(stream(2, 100, (atMs) => atMs === 50)).toEqual([50, 50]);
    expect(stream(11, 100, (atMs) => atMs === 50)[10]).toBe(350);
  });

  it('ends after six timeouts', () => {
    expect(stream(1, 100, () => true)).toEqual([Number.POSITIVE_INFINITY]);
    expect(stream(1, 100, lostFor(5))[0]).toBe(31 * 300 + 50);
    expect(stream(1, 100, lostFor(6))[0]).toBe(Number.POSITIVE_INFINITY);
  });
});
