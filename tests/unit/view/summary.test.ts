import { expect, it } from 'vitest';
import type { ServiceState } from '../../../lib/model/state.ts';
import { serviceRows } from '../../../lib/view/rows.ts';
import { explainService, needsExplanation } from '../../../lib/view/service.ts';
import { blockedSummaryOf, summaryOf } from '../../../lib/view/summary.ts';
import { buildProgress, buildRound, buildService } from './build-round.ts';

function roundOf(...states: ServiceState[]) {
  return buildRound({ services: states.map((state) => buildService({ id: state, state })) });
}

it.each([
  [null, { id: 'summary.none' }],
  [roundOf('ok'), { id: 'summary.all', values: { total: 1 } }],
  [roundOf('ok', 'impaired'), { id: 'summary.open', values: { open: 1, total: 2 } }],
  [roundOf('blocked', 'insufficient'), { id: 'summary.open', values: { open: 0, total: 2 } }],
  [roundOf('insufficient'), { id: 'summary.unknown' }],
  [roundOf(), { id: 'summary.unknown' }],
])('sums a round up (%#)', (round, message) => {
  expect(summaryOf(round)).toEqual(message);
});

it('counts a person’s own services only where nothing else was checked', () => {
  const own = buildService({ id: 'own-1', state: 'blocked' });
  const beside = buildRound({ services: [buildService(), own] });
  const alone = buildRound({ services: [own] });

  expect(summaryOf(beside)).toEqual({ id: 'summary.all', values: { total: 1 } });
  expect(blockedSummaryOf(beside)).toBeNull();
  expect(summaryOf(alone)).toEqual({ id: 'summary.open', values: { open: 0, total: 1 } });
  expect(blockedSummaryOf(alone)).toEqual({ id: 'summary.closed', values: { count: 1 } });
});

it('does not count what was not asked through a detour', () => {
  const unasked = buildService({ state: 'insufficient', reason: 'not-through-detour' });
  const round = buildRound({ services: [buildService(), unasked] });

  expect(summaryOf(round)).toEqual({ id: 'summary.open', values: { open: 1, total: 1 } });
});

it('does not count a service that is down or impaired as blocked', () => {
  expect(blockedSummaryOf(roundOf('ok', 'down', 'impaired', 'insufficient'))).toBeNull();
});

it('states no confidence about an unknown service', () => {
  const service = buildService({ state: 'insufficient', reason: 'needs-permission' });

  const { reason, confidence } = explainService(service);

  expect(reason).toEqual({ id: 'reason.needs-permission', values: { name: 'Signal' } });
  expect(confidence).toBeNull();
});

it('explains the last round where its state awaits confirmation', () => {
  const opens = buildService({ state: 'blocked', roundState: 'ok', confidence: 'high' });
  const fails = buildService({ state: 'ok', roundState: 'likely_blocked', confidence: 'medium' });

  const seen = [explainService(opens), explainService(fails)];

  expect(seen.map((one) => one.confirming?.id)).toEqual([
    'confirming.ok',
    'confirming.likely_blocked',
  ]);
  expect(seen.map((one) => one.confidence?.id)).toEqual([undefined, 'confidence.medium']);
});

it.each([
  ['a service that works', buildService(), false],
  ['one that may have stopped working', buildService({ roundState: 'down' }), true],
  ['one that is blocked', buildService({ state: 'blocked', reason: 'cut-off' }), true],
  [
    'one unknown for lack of a network',
    buildService({ state: 'insufficient', reason: 'network-offline' }),
    false,
  ],
  [
    'one unknown because the network changed during its check',
    buildService({ state: 'insufficient', reason: 'network-changed' }),
    true,
  ],
  [
    'one that answers over what was open before',
    buildService({ state: 'ok', roundState: 'ok', reason: 'over-old-connection' }),
    true,
  ],
] as const)('explains %s only where that helps', (_what, service, expected) => {
  expect(needsExplanation(service)).toBe(expected);
});

it('keeps the order of the round and appends services that only the running one has', () => {
  const round = buildRound({ services: [buildService({ id: 'b' }), buildService({ id: 'a' })] });
  const progress = buildProgress([{ id: 'a', stage: 'done' }, { id: 'c' }]);

  const rows = serviceRows(round, progress);

  expect(rows.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  expect(rows.map((row) => row.progress?.stage)).toEqual([undefined, 'done', 'waiting']);
});
