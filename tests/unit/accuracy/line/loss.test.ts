import { describe, expect, it } from 'vitest';
import {
  anyLoss,
  burstyLoss,
  createWeather,
  independentLoss,
  type Loss,
  pathLoss,
} from '../../../accuracy/line/loss.ts';
import { createRandom } from '../../../accuracy/time/random.ts';

const many = 50_000;

function lostShare(isLost: Loss, everyMs = 100, host = 'a.example'): number {
  const packets = Array.from({ length: many }, (_, index) => isLost(index * everyMs, host));
  return packets.filter(Boolean).length / many;
}

describe('independent loss', () => {
  it('loses the given share', () => {
    expect(lostShare(independentLoss(createRandom(1), 0.1))).toBeCloseTo(0.1, 2);
  });

  it('has no memory: after a loss the next one is as likely', () => {
    const isLost = independentLoss(createRandom(2), 0.2);
    const packets = Array.from({ length: many }, () => isLost(0, 'a.example'));
    const afterLoss = packets.filter((_lost, index) => packets[index - 1] === true);

    expect(afterLoss.filter(Boolean).length / afterLoss.length).toBeCloseTo(0.2, 1);
  });
});

describe('bursty loss', () => {
  const burstiness = { goodMeanMs: 9_000, badMeanMs: 1_000, goodLoss: 0, badLoss: 1 };

  it('loses as much as the share of bad periods', () => {
    expect(lostShare(burstyLoss(createRandom(1), 0, burstiness))).toBeCloseTo(0.1, 1);
  });

  it('comes in bursts: a tenth of a second after a loss most packets are lost', () => {
    const isLost = burstyLoss(createRandom(2), 0, burstiness);
    const packets = Array.from({ length: many }, (_, index) => isLost(index * 100, 'a.example'));
    const afterLoss = packets.filter((_lost, index) => packets[index - 1] === true);

    // Of the exponential law: the burst goes on with e^-0.1.
    expect(afterLoss.filter(Boolean).length / afterLoss.length).toBeCloseTo(Math.exp(-0.1), 1);
  });

  it('gives the same result for a moment at any time', () => {
    const isBad = createWeather(createRandom(3), 0, burstiness);
    const moments = [500_000, 10, 250_000, 90_000];

    const first = moments.map(isBad);

    expect(moments.map(isBad)).toEqual(first);
    expect(isBad(0)).toBe(false);
  });
});

describe('loss on one path', () => {
  it('leaves all other hosts alone', () => {
    const isLost = pathLoss(createRandom(1), 0.5, (host) => host === 'far.example');

    expect(lostShare(isLost, 100, 'near.example')).toBe(0);
    expect(lostShare(isLost, 100, 'far.example')).toBeCloseTo(0.5, 1);
  });

  it('adds to the loss of the line', () => {
    const random = createRandom(1);
    const both = anyLoss(
      independentLoss(random, 0.1),
      pathLoss(random, 0.5, () => true),
    );

    expect(lostShare(both)).toBeCloseTo(1 - 0.9 * 0.5, 1);
  });
});
