import { describe, expect, it } from 'vitest';
import type { Round } from '../../../lib/model/round.ts';
import { gateStretches, linesOf, timeLineOf } from '../../../lib/view/waterfall.ts';
import { buildAttempt, buildRound, buildService } from './build-round.ts';

const within = {
  startedAt: '2026-03-01T12:00:00.000Z',
  finishedAt: '2026-03-01T12:00:10.000Z',
};
const line = { beginMs: Date.parse(within.startedAt), lengthMs: 10_000 };

const target = {
  id: 'signal/web',
  role: 'web',
  kind: 'https',
  url: 'https://signal.example/',
  state: 'ok',
  mechanisms: [],
  retired: false,
} as const;

function linesWith(...attempts: Parameters<typeof buildAttempt>[0][]) {
  return linesOf(
    buildService({
      targets: [{ ...target, mechanisms: [], attempts: attempts.map(buildAttempt) }],
    }),
    line,
  );
}

describe('the line of an attempt', () => {
  it('has the parts that the browser told, one after the other', () => {
    const times = { dnsMs: 100, connectMs: 200, tlsMs: 300, ttfbMs: 900, totalMs: 1000 };

    const [one] = linesWith({ startedAt: '2026-03-01T12:00:01.000Z', ...times });

    expect(one?.phases).toEqual([
      { name: 'name', from: 0.1, to: 0.11 },
      { name: 'connection', from: 0.11, to: 0.13 },
      { name: 'handshake', from: 0.13, to: 0.16 },
      { name: 'answer', from: 0.16, to: 0.19 },
      { name: 'body', from: 0.19, to: 0.2 },
    ]);
  });

  it('is one part where the browser told none', () => {
    const [one] = linesWith({ startedAt: '2026-03-01T12:00:05.000Z', totalMs: 2000 });

    expect(one?.phases).toEqual([{ name: 'whole', from: 0.5, to: 0.7 }]);
  });

  it('has no part where its time is unknown', () => {
    const [one] = linesWith({ startedAt: '2026-03-01T12:00:05.000Z', totalMs: null, dnsMs: 5 });

    expect(one).toMatchObject({ startShare: 0.5, phases: [] });
  });

  it('ends with the round', () => {
    const [one] = linesWith({ startedAt: '2026-03-01T12:00:09.000Z', totalMs: 5000 });

    expect(one?.phases).toEqual([{ name: 'whole', from: 0.9, to: 1 }]);
  });
});

it('has the attempts in the order in which they began', () => {
  const lines = linesWith(
    { n: 2, startedAt: '2026-03-01T12:00:05.000Z' },
    { n: 1, startedAt: '2026-03-01T12:00:01.000Z' },
  );

  expect(lines.map(({ attempt }) => attempt.n)).toEqual([1, 2]);
});

it('has the times when neutral sites were asked', () => {
  const gate = { startedAt: '2026-03-01T12:00:00.000Z', finishedAt: '2026-03-01T12:00:01.000Z' };

  expect(gateStretches([{ ...gate, passed: true }], line)).toEqual([{ from: 0, to: 0.1 }]);
});

describe('the time line of a round', () => {
  const of = (startedAt: string, round: Partial<Round> = {}) => {
    const attempts = [buildAttempt({ startedAt })];
    const services = [buildService({ targets: [{ ...target, mechanisms: [], attempts }] })];
    return timeLineOf(buildRound({ ...within, services, ...round }));
  };

  it('leads from its start to its end', () => {
    expect(of('2026-03-01T12:00:05.000Z')).toEqual(line);
  });

  it('forgives clocks that differ by a little', () => {
    expect(of('2026-03-01T11:59:58.500Z')).toEqual(line);
    expect(of('2026-03-01T12:00:11.500Z')).toEqual(line);
  });

  it('is unknown where the clock was set during it', () => {
    expect(of('2026-03-01T11:00:05.000Z')).toBeNull();
    expect(of('2026-03-01T13:00:05.000Z')).toBeNull();
    expect(of(within.startedAt, { finishedAt: '2026-03-01T11:59:59.000Z' })).toBeNull();
  });
});
