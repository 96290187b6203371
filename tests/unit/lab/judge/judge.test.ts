import { describe, expect, it } from 'vitest';
import { services as catalogServices } from '../../../../lib/catalog/index.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import type { Round } from '../../../../lib/model/round.ts';
import type { ServiceResult, TargetResult } from '../../../../lib/model/service.ts';
import { aFailure, anAttempt } from '../../../helpers/attempts.ts';
import { aRound, aSignal } from '../../../helpers/rounds.ts';
import { judgeLog, judgeScenario } from '../../../lab/judge/judge.ts';
import { withKnownIds } from '../../../lab/run/choose-services.ts';
import { type Expectation, ownId, type Scenario } from '../../../lab/scenarios/scenario.ts';
import type { LogEntry } from '../../../lab/world/description.ts';

const ok: Expectation = { states: ['ok'] };
const blockedByName: Partial<ServiceResult> = {
  state: 'blocked',
  roundState: 'blocked',
  mechanisms: ['dns.error'],
};

function aScenario(viber: Expectation, overrides: Partial<Scenario> = {}): Scenario {
  const services = { viber };
  return {
    name: 'x',
    origin: 'x',
    world: {},
    network: ['normal'],
    services,
    others: ok,
    ...overrides,
  };
}

function aService(id: string, overrides: Partial<ServiceResult> = {}): ServiceResult {
  return {
    id,
    name: id,
    state: 'ok',
    roundState: 'ok',
    confidence: 'high',
    scope: 'service',
    locus: 'unknown',
    mechanisms: [],
    reason: 'got-through',
    roles: [],
    targets: [],
    ...overrides,
  };
}

function aTarget(attempts: Attempt[], overrides: Partial<TargetResult> = {}): TargetResult {
  return {
    id: 'viber/web',
    role: 'web',
    kind: 'https',
    url: 'https://www.viber.com/',
    state: 'blocked',
    mechanisms: ['dns.error'],
    retired: false,
    attempts,
    ...overrides,
  };
}

/** A round of all services, all well but for Viber as the overrides say. */
function roundWith(viber: Partial<ServiceResult>, overrides: Partial<Round> = {}): Round {
  const services = catalogServices
    .filter(({ enabledByDefault }) => enabledByDefault)
    .map(({ id }) => aService(id, id === 'viber' ? viber : {}));
  return aRound({ finishedAt: aRound().startedAt, services, ...overrides });
}

const twice = (attempt: Attempt) => [attempt, { ...attempt, n: 2 }];
const thrice = (attempt: Attempt) => [...twice(attempt), { ...attempt, n: 3 }];

describe('a round that meets its scenario', () => {
  it.each<[string, Expectation, Partial<ServiceResult>]>([
    ['all well', ok, {}],
    [
      'proven by a name withheld twice',
      { states: ['blocked'], mechanisms: ['dns.error', 'dns.nxdomain'] },
      { ...blockedByName, targets: [aTarget(twice(aFailure('name')))] },
    ],
    [
      'silence three times',
      { states: ['likely_blocked'], mechanisms: ['timeout'], confidence: ['low', 'medium'] },
      {
        state: 'likely_blocked',
        roundState: 'likely_blocked',
        confidence: 'medium',
        mechanisms: ['timeout'],
        targets: [
          aTarget(thrice(aFailure('timeout')), {
            state: 'likely_blocked',
            mechanisms: ['timeout'],
          }),
        ],
      },
    ],
    [
      '451 once',
      { states: ['blocked'], mechanisms: ['http.error'], scope: 'service' },
      {
        state: 'blocked',
        roundState: 'blocked',
        mechanisms: ['http.error'],
        targets: [aTarget([aFailure('legalRefusal')], { mechanisms: ['http.error'] })],
      },
    ],
    ['another state shown than seen', { states: ['down'], shown: ['ok'] }, { roundState: 'down' }],
    [
      'no mechanism where the state is none that has one',
      { states: ['blocked', 'insufficient'], mechanisms: ['dns.error'] },
      { state: 'insufficient', roundState: 'insufficient' },
    ],
  ])('draws no complaint: %s', (_, expected, viber) => {
    expect(judgeScenario(aScenario(expected), roundWith(viber))).toEqual([]);
  });
});

describe('a complaint names the service, the field, what was found and what is allowed', () => {
  const dns: Expectation = { states: ['blocked'], mechanisms: ['dns.error'] };
  const proof = [aTarget(twice(aFailure('name')))];

  it.each<[string, Expectation, Partial<ServiceResult>, string[]]>([
    [
      'state',
      ok,
      { state: 'down', roundState: 'down' },
      ['viber: roundState: found down; allowed: ok', 'viber: state: found down; allowed: ok'],
    ],
    [
      'state shown',
      { states: ['ok'], shown: ['blocked'] },
      {},
      ['viber: state: found ok; allowed: blocked'],
    ],
    [
      'no mechanism',
      dns,
      { ...blockedByName, mechanisms: [], targets: proof },
      ['viber: mechanisms: found none; allowed: at least one of dns.error'],
    ],
    [
      'a mechanism beside',
      dns,
      { ...blockedByName, mechanisms: ['dns.error', 'tcp.reset'], targets: proof },
      ['viber: mechanisms: found dns.error, tcp.reset; allowed: dns.error'],
    ],
    [
      'a mechanism of what is well',
      ok,
      { mechanisms: ['timeout'] },
      ['viber: mechanisms: found timeout; allowed: none'],
    ],
    [
      'confidence, reason, scope and locus',
      {
        states: ['ok'],
        confidence: ['low'],
        reasons: ['national-certificate'],
        scope: 'network',
        locus: 'network',
      },
      {},
      [
        'viber: confidence: found high; allowed: low',
        'viber: reason: found got-through; allowed: national-certificate',
        'viber: scope: found service; allowed: network',
        'viber: locus: found unknown; allowed: network',
      ],
    ],
    [
      'roles',
      { states: ['ok'], roles: { web: ['ok'], calls: ['ok', 'impaired'] } },
      { roles: [{ role: 'web', required: true, state: 'blocked', mechanisms: [] }] },
      [
        'viber: role web: found blocked; allowed: ok',
        'viber: role calls: found nothing; allowed: ok, impaired',
      ],
    ],
    [
      'targets',
      { states: ['ok'], targets: { 'viber/web': ['ok'], 'viber/plain': ['ok', 'blocked'] } },
      { targets: [aTarget([], { state: 'blocked' })] },
      [
        'viber: target viber/web: found blocked; allowed: ok',
        'viber: target viber/plain: found nothing; allowed: ok, blocked',
      ],
    ],
  ])('%s', (_, expected, viber, complaints) => {
    expect(judgeScenario(aScenario(expected), roundWith(viber))).toEqual(complaints);
  });

  it.each<[string, TargetResult[], string]>([
    ['nothing failed', [], 'no such target'],
    ['another state', [aTarget(thrice(aFailure('name')), { state: 'down' })], 'no such target'],
    ['one failure', [aTarget([aFailure('name')])], 'viber/web with 1'],
    ['invalid failures', [aTarget(thrice(aFailure('name', { valid: false })))], 'viber/web with 0'],
    ['successes', [aTarget(thrice(anAttempt()))], 'viber/web with 0'],
    [
      'two silences',
      [aTarget(twice(aFailure('timeout')), { mechanisms: ['timeout'] })],
      'viber/web with 2',
    ],
    [
      'a server error that is no 451',
      [aTarget([aFailure('serverError')], { mechanisms: ['http.error'] })],
      'viber/web with 1',
    ],
  ])('evidence: %s', (_, targets, found) => {
    const round = roundWith({ ...blockedByName, targets });

    expect(judgeScenario(aScenario(dns), round)).toEqual([
      `viber: evidence: found ${found}; allowed: a blocked target with 3 valid failures or an artefact`,
    ]);
  });

  it('the network and the resolver', () => {
    const network = { ...aRound().network, state: 'offline' as const };
    const scenario = aScenario(ok, { resolverPath: ['system'] });

    expect(judgeScenario(scenario, roundWith({}, { network }))).toEqual([
      'network: state: found offline; allowed: normal',
      'network: resolverPath: found unknown; allowed: system',
    ]);
  });

  it('the routing, which may always be unknown', () => {
    const scenario = aScenario(ok, { routing: ['direct'] });
    const routing = { verdict: 'split' as const, confidence: 'low' as const, signals: [] };

    expect(judgeScenario(scenario, roundWith({}, { routing }))).toEqual([
      'routing: verdict: found split; allowed: direct, unknown',
    ]);
    expect(judgeScenario(scenario, roundWith({}))).toEqual([]);
  });

  it.each([
    ['split', 'low', []],
    ['split', 'medium', ['routing: verdict: found split; allowed: direct, unknown']],
  ] as const)('the routing, which may be guessed: %s, %s', (verdict, confidence, complaints) => {
    const scenario = aScenario(ok, { routing: ['direct'], routingGuesses: ['split'] });

    expect(
      judgeScenario(scenario, roundWith({}, { routing: { verdict, confidence, signals: [] } })),
    ).toEqual(complaints);
  });

  it('the routing, with too little confidence', () => {
    const scenario = aScenario(ok, { routing: ['direct'], routingAtLeast: 'medium' });
    const routing = { verdict: 'direct' as const, confidence: 'low' as const, signals: [] };

    expect(judgeScenario(scenario, roundWith({}, { routing }))).toEqual([
      'routing: confidence: found low; allowed: medium, high',
    ]);
  });

  it('signals of the routing that are required or forbidden', () => {
    const routingSignals: Scenario['routingSignals'] = {
      seen: ['exit-abroad', 'clock-there'],
      unseen: ['exit-at-home', 'clock-elsewhere'],
    };
    const routing = {
      verdict: 'unknown' as const,
      confidence: 'low' as const,
      signals: [aSignal({ id: 'exit-abroad' }), aSignal({ id: 'exit-at-home' })],
    };

    expect(judgeScenario(aScenario(ok, { routingSignals }), roundWith({}, { routing }))).toEqual([
      'routing: signals: found exit-abroad, exit-at-home; allowed: only with clock-there',
      'routing: signals: found exit-abroad, exit-at-home; allowed: only without exit-at-home',
    ]);
  });

  it('the routing, if the evidence suffices, and its confidence', () => {
    const scenario = aScenario(ok, {
      routing: ['direct'],
      routingIsKnowable: true,
      routingAtMost: 'medium',
    });
    const routing = { verdict: 'unknown' as const, confidence: 'high' as const, signals: [] };

    expect(judgeScenario(scenario, roundWith({}, { routing }))).toEqual([
      'routing: verdict: found unknown; allowed: direct',
      'routing: confidence: found high; allowed: low, medium',
    ]);
  });

  it('the duration, excluding the limit itself', () => {
    const finishedAt = new Date(Date.parse(aRound().startedAt) + 3_000).toISOString();
    const round = roundWith({}, { finishedAt });

    expect(judgeScenario(aScenario(ok, { withinMs: 3_000 }), round)).toEqual([
      'round: duration: found 3000 ms; allowed: below 3000 ms',
    ]);
    expect(judgeScenario(aScenario(ok), round)).toEqual([]);
  });

  it('services that are missing', () => {
    const round = roundWith({});

    const [complaint, ...others] = judgeScenario(aScenario(ok), {
      ...round,
      services: round.services.slice(1),
    });

    expect(complaint).toMatch(/^round: services: found telegram, .*; allowed: whatsapp, telegram/);
    expect(others).toEqual([]);
  });
});

describe('a person who chose services and added a site', () => {
  const ownServices = [{ name: 'chat', url: 'https://chat.firm.example/', contains: null }];
  const chosen = aScenario(ok, {
    browser: { services: ['viber'], ownServices },
    services: { [ownId('chat')]: { states: ['down'] } },
  });
  const roundOf = (...services: ServiceResult[]) => ({ ...roundWith({}), services });

  it('finds these, and no others', () => {
    const chat = aService('own-chat', { state: 'down', roundState: 'down' });

    expect(judgeScenario(chosen, roundOf(aService('viber'), chat))).toEqual([]);
    expect(judgeScenario(chosen, roundOf(aService('viber')))).toEqual([
      'round: services: found viber; allowed: viber, own-chat',
    ]);
  });

  it('has a verdict of the site that is judged by its name', () => {
    const drawn = aService('own-5f2c-01', { name: 'chat' });

    const round = withKnownIds(roundOf(aService('viber'), drawn));

    expect(judgeScenario(chosen, round)).toEqual([
      'own-chat: roundState: found ok; allowed: down',
      'own-chat: state: found ok; allowed: down',
    ]);
  });
});

describe('a person at home in another country', () => {
  const timeZone = 'Asia/Tehran';
  const iran = aScenario(ok, { browser: { timeZone, hostsByNameOnly: true } });
  const withControl = (id: string) => {
    const control = { id, group: 'domestic' as const, ok: true, failure: null, totalMs: 100 };
    return roundWith({}, { network: { ...aRound().network, controls: [control] } });
  };
  const contact = (name: string): LogEntry => ({
    time: 0,
    kind: 'clienthello',
    address: '20.0.0.1',
    port: 443,
    name,
  });

  it('finds what is usual there, where the browser permits it without a question', () => {
    expect(judgeScenario(iran, roundWith({}))).toEqual([]);
    expect(judgeScenario(aScenario(ok, { browser: { timeZone } }), roundWith({}))).toEqual([
      expect.stringMatching(/^round: services: .*; allowed: whatsapp, .*, bale$/),
    ]);
  });

  it('reads nothing of a third country', () => {
    expect(judgeScenario(iran, withControl('ir-irna'))).toEqual([]);
    expect(judgeScenario(iran, withControl('ya'))).toEqual([
      'round: mentions: found ya; allowed: nothing of a country other than IR',
    ]);
    expect(judgeScenario(aScenario(ok), withControl('ya'))).toEqual([]);
  });

  it('reads no name of Russia', () => {
    const routing = {
      verdict: 'unknown' as const,
      confidence: 'low' as const,
      signals: [aSignal({ detail: 'Sites blocked in Russia open.' })],
    };

    expect(judgeScenario(iran, roundWith({}, { routing }))).toEqual([
      'round: mentions: found Russia; allowed: nothing of a country other than IR',
    ]);
  });

  it('asks no host of a third country', () => {
    const log = [contact('ya.ru'), contact('www.irna.ir'), contact('web.max.ru')];

    expect(judgeLog(iran, log)).toEqual([
      'lab: hosts: found ya.ru; allowed: none of a country other than IR',
    ]);
    expect(judgeLog(aScenario(ok), log)).toEqual([
      'lab: hosts: found www.irna.ir; allowed: none of a country other than RU',
    ]);
  });
});

describe('the log of the lab', () => {
  const act = { time: 0, kind: 'censored' as const, address: '20.0.0.1', port: 443, name: 't.me' };
  const rule = { names: ['t.me'], action: 'silent' as const };
  const burst = { handshakes: 3, withinMs: 1_000, forMs: 1_000 };
  const watched = aScenario(ok, { world: { tls: [{ ...rule, burst }] } });

  it('may contain no act of a censor that counts bursts', () => {
    expect(judgeLog(watched, [act])).toEqual([]);
    expect(
      judgeLog(watched, [
        { ...act, burst: true },
        { ...act, burst: true },
      ]),
    ).toEqual(['lab: burst censor: found t.me; allowed: it never fires']);
  });

  it('may contain anything if no censor counts bursts, or only one of a later phase does', () => {
    const log = [{ ...act, burst: true as const }];
    const later = aScenario(ok, { phases: [{ afterMs: 1, world: watched.world }] });

    expect(judgeLog(aScenario(ok, { world: { tls: [rule] } }), log)).toEqual([]);
    expect(judgeLog(later, log)).toHaveLength(1);
  });
});
