import '../../helpers/loaded-texts.ts';
import { describe, expect, it } from 'vitest';
import { createText } from '../../../lib/i18n/text.ts';
import type { Round } from '../../../lib/model/round.ts';
import type { RoutingVerdict } from '../../../lib/model/route.ts';
import type { ServiceResult } from '../../../lib/model/service.ts';
import type { Confidence, ServiceState } from '../../../lib/model/state.ts';
import { shortened, summaryOf } from '../../../lib/view/summary.ts';
import { aLook, buildRound, buildService, buildSparedRound, noLook } from './build-round.ts';

/** Services named A, B, C … of these states. */
function roundOf(...states: ServiceState[]) {
  return buildRound({
    services: states.map((state, index) => {
      const name = String.fromCharCode('A'.charCodeAt(0) + index);
      return buildService({ id: name, name, state });
    }),
  });
}

function inWords(...[round, seen = noLook]: Partial<Parameters<typeof summaryOf>>) {
  const { headline, details } = summaryOf(round ?? null, seen);
  return (['en', 'ru'] as const).map((language) => {
    const { t } = createText(language);
    return [headline, ...details].map(({ id, values }) => t(id, values)).join(' · ');
  });
}

const times = (count: number, state: ServiceState) => Array.from({ length: count }, () => state);

it.each([
  [null, 'Not checked yet', 'Проверок ещё не было'],
  [roundOf(), 'It is not known which messengers open', 'Неизвестно, какие мессенджеры открываются'],
  [
    roundOf('insufficient'),
    'It is not known which messengers open',
    'Неизвестно, какие мессенджеры открываются',
  ],
  [roundOf('ok'), 'A opens', 'A открывается'],
  [roundOf(...times(10, 'ok')), 'All 10 open', 'Открываются все 10'],
  [
    roundOf(...times(8, 'blocked'), 'ok', 'ok'),
    'Only I and J open · 8 do not open: A, B and 6 more',
    'Открываются только I и J · Не открываются 8: A, B и ещё 6',
  ],
  [
    roundOf('ok', 'likely_blocked', 'impaired'),
    'Only A opens · B does not open · C works in part',
    'Открывается только A · Не открывается B · Частично работает C',
  ],
  [
    roundOf('blocked', ...times(9, 'ok')),
    'A does not open · The other 9 open',
    'Не открывается A · Остальные 9 открываются',
  ],
  [
    roundOf('impaired', 'down', 'insufficient', ...times(4, 'ok')),
    'A works in part · 4 of 7 open · Service is down: B · Unknown: C',
    'Частично работает A · Открываются 4 из 7 · Сбой сервиса: B · Неизвестно: C',
  ],
  [
    roundOf('ok', ...times(9, 'insufficient')),
    '1 of 10 opens · Unknown: B, C and 7 more',
    'Открывается 1 из 10 · Неизвестно: B, C и ещё 7',
  ],
  [
    roundOf('ok', 'insufficient'),
    '1 of 2 opens · Unknown: B',
    'Открывается 1 из 2 · Неизвестно: B',
  ],
  [
    roundOf('ok', 'blocked', 'insufficient'),
    'B does not open · 1 of 3 opens · Unknown: C',
    'Не открывается B · Открывается 1 из 3 · Неизвестно: C',
  ],
  [
    roundOf(...times(4, 'blocked'), 'insufficient'),
    '4 do not open: A, B and 2 more · Unknown: E',
    'Не открываются 4: A, B и ещё 2 · Неизвестно: E',
  ],
  [roundOf('blocked', 'blocked'), 'A and B do not open', 'Не открываются A и B'],
  [roundOf(...times(10, 'blocked')), 'None of the 10 opens', 'Не открывается ни один из 10'],
  [
    roundOf(...times(5, 'blocked'), ...times(5, 'ok')),
    '5 of 10 open · 5 do not open: A, B and 3 more',
    'Открываются 5 из 10 · Не открываются 5: A, B и ещё 3',
  ],
  [
    roundOf(...times(4, 'impaired'), ...times(21, 'ok')),
    '21 of 25 open · 4 work in part: A, B and 2 more',
    'Открывается 21 из 25 · Частично работают 4: A, B и ещё 2',
  ],
])('sums a round up (%#)', (round, english, russian) => {
  expect(inWords(round)).toEqual([english, russian]);
});

it('counts a person’s own services only where nothing else was checked', () => {
  const own = buildService({ id: 'own-1', name: 'Forum', state: 'blocked' });

  expect(inWords(buildRound({ services: [buildService(), own] }))[0]).toBe('Signal opens');
  expect(inWords(buildRound({ services: [own] }))[0]).toBe('Forum does not open');
});

it('tells apart what was not asked through a detour', () => {
  const unasked = buildService({
    name: 'Max',
    state: 'insufficient',
    reason: 'not-through-detour',
  });
  const round = buildRound({ services: [...roundOf('ok', 'ok').services, unasked] });

  expect(inWords(round)).toEqual([
    'All 2 open · Not checked: Max',
    'Открываются все 2 · Не проверяется: Max',
  ]);
});

it.each(['ok', 'blocked'] as const)(
  'counts nothing that was left out through a detour, though it was known to be %s before',
  (state) => {
    const unasked = buildService({
      name: 'Max',
      state,
      roundState: 'insufficient',
      reason: 'not-through-detour',
    });

    expect(inWords(buildRound({ services: [unasked] }))).toEqual([
      'It is not known which messengers open · Not checked: Max',
      'Неизвестно, какие мессенджеры открываются · Не проверяется: Max',
    ]);
    expect(inWords(buildRound({ services: [...roundOf('ok').services, unasked] }))[0]).toBe(
      'A opens · Not checked: Max',
    );
  },
);

it('says so where the last check could tell of no service', () => {
  const known = buildService({ roundState: 'insufficient', reason: 'network-changed' });

  expect(inWords(buildRound({ services: [known, known] }))).toEqual([
    'All 2 open · The last check could not tell; this is what was known before it.',
    'Открываются все 2 · Последняя проверка ничего не выяснила. Здесь показано то, что было известно до неё.',
  ]);
});

describe('what the last check saw otherwise', () => {
  /** Services named A, B, C …, each with its state and what the round saw of it. */
  function seen(...services: (readonly [state: ServiceState, roundState: ServiceState])[]) {
    const { services: all, ...round } = roundOf(...services.map(([state]) => state));
    const changed = all.map((one, index) => ({
      ...one,
      roundState: services[index]?.[1] ?? one.state,
    }));
    return { ...round, services: changed };
  }
  const cut = (count: number) => times(count, 'ok').map(() => ['ok', 'likely_blocked'] as const);
  const opening = (count: number) =>
    times(count, 'ok').map(() => ['likely_blocked', 'ok'] as const);

  it.each([
    [
      seen(['ok', 'impaired'], ['ok', 'ok'], ['ok', 'ok']),
      'Needs another check: A · The other 2 open',
      'Нужна ещё одна проверка: A · Остальные 2 открываются',
    ],
    [
      seen(...cut(8), ['ok', 'ok'], ['ok', 'ok']),
      'Needs another check: A, B and 6 more · The other 2 open',
      'Нужна ещё одна проверка: A, B и ещё 6 · Остальные 2 открываются',
    ],
    [
      seen(...opening(8), ['ok', 'ok'], ['ok', 'ok']),
      'Needs another check: A, B and 6 more · The other 2 open',
      'Нужна ещё одна проверка: A, B и ещё 6 · Остальные 2 открываются',
    ],
    [
      seen(...cut(2), ['ok', 'ok']),
      'Needs another check: A and B · 1 of 3 opens',
      'Нужна ещё одна проверка: A и B · Открывается 1 из 3',
    ],
    [
      seen(...cut(4), ['ok', 'ok'], ['insufficient', 'insufficient']),
      'Needs another check: A, B and 2 more · 1 of 6 opens · Unknown: F',
      'Нужна ещё одна проверка: A, B и ещё 2 · Открывается 1 из 6 · Неизвестно: F',
    ],
    [
      seen(...times(4, 'blocked').map((one) => [one, one] as const), ['ok', 'down'], ['ok', 'ok']),
      '1 of 6 opens · 4 do not open: A, B and 2 more · Needs another check: E',
      'Открывается 1 из 6 · Не открываются 4: A, B и ещё 2 · Нужна ещё одна проверка: E',
    ],
    [
      seen(...cut(10)),
      'Needs another check: A, B and 8 more',
      'Нужна ещё одна проверка: A, B и ещё 8',
    ],
    [
      seen(['blocked', 'blocked'], ['ok', 'down'], ['ok', 'ok']),
      'A does not open · 1 of 3 opens · Needs another check: B',
      'Не открывается A · Открывается 1 из 3 · Нужна ещё одна проверка: B',
    ],
    [
      seen(...times(4, 'blocked').map((one) => [one, one] as const), ['ok', 'blocked']),
      '4 do not open: A, B and 2 more · Needs another check: E',
      'Не открываются 4: A, B и ещё 2 · Нужна ещё одна проверка: E',
    ],
    [
      seen(['insufficient', 'likely_blocked']),
      'It is not known which messengers open · Needs another check: A',
      'Неизвестно, какие мессенджеры открываются · Нужна ещё одна проверка: A',
    ],
  ])('is claimed neither way (%#)', (round, english, russian) => {
    expect(inWords(round)).toEqual([english, russian]);
  });

  it('is no change where only the proof of a block is missing', () => {
    expect(inWords(seen(['blocked', 'likely_blocked']))[0]).toBe('A does not open');
  });
});

describe('what opened, and needs another check to be sure', () => {
  /** Services named A, B, C … of these states, of which those that are named opened at once. */
  function opened(names: string, round: Round): Round {
    const services = round.services.map((service) =>
      names.includes(service.name) ? { ...service, confidence: 'low' as const } : service,
    );
    return { ...round, services };
  }
  /** A was open, and the last check saw it cut off. */
  function withCut(round: Round): Round {
    const [cut, ...others] = round.services;
    return { ...round, services: cut ? [{ ...cut, roundState: 'blocked' }, ...others] : [] };
  }

  it.each([
    [
      opened('AB', roundOf('ok', 'ok', 'ok')),
      'All 3 open · Needs another check: A and B',
      'Открываются все 3 · Нужна ещё одна проверка: A и B',
    ],
    [
      opened('B', roundOf('blocked', 'ok', 'ok', 'ok')),
      'Only B, C, and D open · A does not open · Needs another check: B',
      'Открываются только B, C и D · Не открывается A · Нужна ещё одна проверка: B',
    ],
    [
      opened('B', roundOf('blocked', ...times(4, 'ok'))),
      'A does not open · The other 4 open · Needs another check: B',
      'Не открывается A · Остальные 4 открываются · Нужна ещё одна проверка: B',
    ],
    [
      opened('A', roundOf(...times(4, 'ok'), 'insufficient')),
      '4 of 5 open · Needs another check: A · Unknown: E',
      'Открываются 4 из 5 · Нужна ещё одна проверка: A · Неизвестно: E',
    ],
    [
      opened('B', withCut(roundOf('ok', 'ok', 'ok'))),
      'Needs another check: A and B · 2 of 3 open',
      'Нужна ещё одна проверка: A и B · Открываются 2 из 3',
    ],
    [
      opened('B', withCut(roundOf('ok', 'ok', 'ok', 'insufficient'))),
      'Needs another check: A and B · 2 of 4 open · Unknown: D',
      'Нужна ещё одна проверка: A и B · Открываются 2 из 4 · Неизвестно: D',
    ],
  ])('is counted as open, and named (%#)', (round, english, russian) => {
    expect(inWords(round)).toEqual([english, russian]);
  });

  it('is not named where the last check saw nothing of it', () => {
    const unseen = buildService({ confidence: 'low', roundState: 'insufficient' });

    expect(inWords(buildRound({ services: [unseen, buildService()] }))[0]).toBe('All 2 open');
  });
});

describe('where all open', () => {
  function routed(verdict: RoutingVerdict, confidence: Confidence, services: ServiceResult[]) {
    return buildRound({ routing: aLook(verdict, confidence).routing, services });
  }
  const { services } = roundOf('ok', 'ok');

  it.each([
    ['vpn_likely', 'medium', 'All 2 open, it seems not through your provider'],
    ['vpn_likely', 'high', 'All 2 open, it seems not through your provider'],
    ['vpn_likely', 'low', 'All 2 open, perhaps not through your provider'],
    ['split', 'medium', 'All 2 open, perhaps not through your provider'],
    ['direct', 'high', 'All 2 open'],
  ] as const)(
    'says that it may have been by a detour, as surely as that is known: %s, %s',
    (verdict, confidence, words) => {
      expect(inWords(routed(verdict, confidence, services))[0]).toBe(words);
    },
  );

  it('says of a round that did not look at the route what the last look saw', () => {
    const words = (...look: Parameters<typeof aLook>) =>
      inWords(buildSparedRound({ services }), { route: aLook(...look), gap: null })[0];

    expect(words('vpn_likely')).toBe('All 2 open, it seems not through your provider');
    expect(words('vpn_likely', 'low')).toBe('All 2 open, perhaps not through your provider');
    expect(words('direct')).toBe('All 2 open, perhaps not through your provider');
  });

  it('does not mention a route that is not to be shown', () => {
    const hidden = { route: aLook('vpn_likely'), gap: 'off' } as const;

    expect(inWords(routed('vpn_likely', 'high', services), hidden)[0]).toBe('All 2 open');
    expect(inWords(buildSparedRound({ services }), hidden)[0]).toBe('All 2 open');
  });
});

it('lists three names in full, and of more the first two', () => {
  expect(shortened(['A', 'B', 'C'])).toEqual({ names: ['A', 'B', 'C'], more: 0 });
  expect(shortened(['A', 'B', 'C', 'D'])).toEqual({ names: ['A', 'B'], more: 2 });
});
