import { describe, expect, it } from 'vitest';
import type { RecentTries, ServiceResult, TargetResult } from '../../../lib/model/service.ts';
import { explainService, shownAs, wordOf } from '../../../lib/view/service.ts';
import { buildAttempt, buildService } from './build-round.ts';

function aTarget(recent: RecentTries | null): TargetResult {
  return {
    id: 'signal/web',
    role: 'web',
    kind: 'https',
    url: 'https://signal.example/',
    state: 'impaired',
    mechanisms: [],
    retired: false,
    recent,
    attempts: [],
  };
}

describe('why most connections of a service fail', () => {
  const recent = (tries: number, failures: number) => ({ tries, failures, since: '' });
  const impaired = { roundState: 'impaired', reason: 'mostly-fails', name: 'Chat' } as const;

  it('is told in numbers, of the targets that fail at times', () => {
    const targets = [recent(10, 8), recent(5, 4), recent(20, 0), null].map(aTarget);

    expect(explainService(buildService({ ...impaired, targets })).reason).toEqual({
      id: 'reason.mostly-fails.counted',
      values: { name: 'Chat', tries: 15, failures: 12 },
    });
  });

  it.each([
    ['none were kept', null],
    ['they are of what seldom fails', recent(15, 3)],
  ])('is told without numbers where %s', (_case, known) => {
    const targets = [aTarget(known)];

    expect(explainService(buildService({ ...impaired, targets })).reason).toEqual({
      id: 'reason.mostly-fails',
      values: { name: 'Chat' },
    });
  });
});

it('doubts nothing that was seen, only its cause', () => {
  const cause = (part: Partial<ServiceResult>) =>
    explainService(buildService({ reason: 'cut-off', ...part })).why?.id;

  expect(cause({ state: 'blocked', confidence: 'high' })).toBe('why.blocked.high');
  expect(cause({ state: 'likely_blocked', confidence: 'medium' })).toBe('why.blocked.medium');
  expect(cause({ state: 'likely_blocked', confidence: 'low' })).toBe('why.unclear');
  expect(cause({ state: 'impaired', locus: 'network' })).toBe('why.network.high');
  expect(cause({ state: 'impaired', locus: 'unknown' })).toBe('why.unclear');
});

it.each([
  { state: 'ok' },
  { state: 'down', reason: 'server-error' },
  { state: 'insufficient', reason: 'needs-permission', confidence: 'low' },
  { state: 'blocked', reason: 'block-page' },
  { state: 'blocked', reason: 'filter-answers' },
] as const)('adds no cause where the reason tells it: %j', (part) => {
  expect(explainService(buildService(part)).why).toBeNull();
});

it('explains the last round where its state awaits confirmation', () => {
  const opens = buildService({ state: 'blocked', roundState: 'ok', confidence: 'high' });
  const fails = buildService({ state: 'ok', roundState: 'likely_blocked', confidence: 'medium' });

  const seen = [opens, fails].map((service) => explainService(service));

  expect(seen.map((one) => one.confirming?.id)).toEqual([
    'confirming.ok',
    'confirming.likely_blocked',
  ]);
  expect(seen.map((one) => one.why?.id)).toEqual([undefined, 'why.blocked.medium']);
});

it.each([
  ['blocked', 'likely_blocked', null],
  ['likely_blocked', 'blocked', null],
  ['ok', 'blocked', 'confirming.blocked'],
  ['blocked', 'insufficient', 'confirming.insufficient'],
  ['insufficient', 'likely_blocked', 'confirming.likely_blocked'],
] as const)('waits for another check where %s was seen as %s: %s', (state, roundState, id) => {
  expect(explainService(buildService({ state, roundState })).confirming?.id ?? null).toBe(id);
});

it.each([
  ['likely_blocked', [false, false], null],
  ['blocked', [false, false], null],
  ['blocked', [false, true], 'confirming.impaired'],
  ['ok', [false, false], 'confirming.impaired'],
] as const)(
  'waits for another check where a service that is %s mostly fails, and of its connections opened %j: %s',
  (state, opened, id) => {
    const attempts = opened.map((ok) => buildAttempt({ ok }));
    const targets = [{ ...aTarget(null), attempts }];
    const service = buildService({
      state,
      roundState: 'impaired',
      reason: 'mostly-fails',
      targets,
    });

    expect(explainService(service).confirming?.id ?? null).toBe(id);
  },
);

it.each([
  ['insufficient', 'not-through-detour', 'word.not-asked'],
  ['insufficient', 'needs-permission', 'word.not-permitted'],
  ['insufficient', 'interrupted', 'word.insufficient'],
  ['blocked', 'cut-off', 'word.blocked'],
] as const)('has a word for a service that is %s: %s', (state, reason, word) => {
  expect(wordOf({ state, reason })).toBe(word);
});

it.each([
  ['blocked', 'ok', { sign: 'insufficient', word: 'word.blocked.before' }],
  ['likely_blocked', 'impaired', { sign: 'insufficient', word: 'word.likely_blocked.before' }],
  ['blocked', 'likely_blocked', { sign: 'blocked', word: 'word.blocked' }],
  ['blocked', 'insufficient', { sign: 'blocked', word: 'word.blocked' }],
  ['blocked', 'blocked', { sign: 'blocked', word: 'word.blocked' }],
  ['ok', 'blocked', { sign: 'ok', word: 'word.ok' }],
] as const)('shows what is %s, and was %s in the last check', (state, roundState, shown) => {
  expect(shownAs(buildService({ state, roundState }))).toEqual(shown);
});
