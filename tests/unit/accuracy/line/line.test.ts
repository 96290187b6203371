import { describe, expect, it } from 'vitest';
import { resolverHabits } from '../../../accuracy/line/delivery.ts';
import { createLine, type LineOptions } from '../../../accuracy/line/line.ts';
import { createRandom } from '../../../accuracy/time/random.ts';

function aLine(overrides: Partial<LineOptions> = {}) {
  return createLine({
    random: createRandom(1),
    isLost: () => false,
    resolver: resolverHabits.chromium,
    roundTripMs: () => 100,
    jitter: 0,
    bitsPerSecond: 1e12,
    ...overrides,
  });
}

describe('a line', () => {
  it('takes one round trip for a name, a connection and a conversation', () => {
    const line = aLine();

    expect(line.resolve(0)).toBe(100);
    expect(line.connect(0, 'a.example')).toBe(100);
    expect(line.converse(0, 'a.example', { out: 1, back: 1 })).toBeCloseTo(100);
  });

  it('has the delay of the moment', () => {
    const line = aLine({ roundTripMs: (atMs) => (atMs < 1_000 ? 50 : 2_000) });

    expect(line.connect(999, 'a.example')).toBe(50);
    expect(line.connect(1_000, 'a.example')).toBe(2_000);
  });

  it('spreads its round trips around the median', () => {
    const line = aLine({ jitter: 0.5 });
    const times = Array.from({ length: 2_000 }, () => line.connect(0, 'a.example'));

    expect(times.filter((time) => time < 100).length / times.length).toBeCloseTo(0.5, 1);
  });

  it('loses packets at a bad moment, and resends them', () => {
    const line = aLine({ isLost: (atMs) => atMs < 2_000 });

    expect(line.connect(0, 'a.example')).toBe(3_100);
    expect(line.converse(1_900, 'a.example', { out: 1, back: 1 })).toBeCloseTo(400);
  });

  it('needs time for bytes if it is narrow, and is shared', () => {
    const line = aLine({ bitsPerSecond: 112_000 });
    const alone = line.converse(0, 'a.example', { out: 1, back: 4 });

    line.share.connections = 4;
    const crowded = line.converse(0, 'a.example', { out: 1, back: 4 });

    expect(alone).toBeCloseTo(100 + 500);
    expect(crowded).toBeCloseTo(100 + 4 * 500);
  });

  it('carries what is slow for its width one packet after the other', () => {
    const line = aLine({ bitsPerSecond: 112_000 });

    expect(line.carry(0, 'a.example', 12).map(Math.round)).toEqual([
      150, 250, 350, 450, 550, 650, 750, 850, 950, 1_050, 1_250, 1_350,
    ]);
  });

  it('loses what it carries by the host and the moment', () => {
    const line = aLine({ isLost: (atMs, host) => host === 'b.example' && atMs < 1_200 });

    expect(line.carry(1_000, 'a.example', 1)).toEqual([expect.closeTo(50, 0)]);
    expect(line.carry(1_000, 'b.example', 1)).toEqual([expect.closeTo(350, 0)]);
  });

  it('never ends a conversation that loses all packets', () => {
    const line = aLine({ isLost: () => true });

    expect(line.converse(0, 'a.example', { out: 1, back: 1 })).toBe(Number.POSITIVE_INFINITY);
  });
});
