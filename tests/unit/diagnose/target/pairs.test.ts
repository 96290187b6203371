import { describe, expect, it } from 'vitest';
import type {
  RoundEvidence,
  ServiceEvidence,
} from '../../../../lib/diagnose/evidence/round-evidence.ts';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import { outcomeOfAddress } from '../../../../lib/diagnose/target/pairs.ts';
import { diagnoseTarget } from '../../../../lib/diagnose/target/target.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import { nothingKnown } from '../../../../lib/routing/infer.ts';
import { aFailure, anAttempt, anInvalidAttempt, repeated } from '../../../helpers/attempts.ts';
import { aService, aTarget } from '../../../helpers/catalog.ts';
import {
  aControlEvidence,
  anAddressProbe,
  aPair,
  aRoundEvidence,
  aServiceEvidence,
  aTargetContext,
} from '../../../helpers/evidence.ts';
import { aRouting } from '../../../helpers/routing.ts';

const name = 'web.chat.example';
const refusing = anAddressProbe({ attempts: [aFailure('handshake')] });
const elsewhere = '93.184.216.36';
const six = '2606:2800:220:1::1';
const reset = aFailure('reset');
const once = (times: number) => [
  anAddressProbe({ attempts: Array(times).fill(aFailure('wrongName', { ok: true })) }),
];
const silent = anAddressProbe({ attempts: [aFailure('timeout')] });

describe('a server probed by its address alone', () => {
  it.each([
    ['completes', aPair()],
    ['completes', [...once(3), ...aPair('other.example')]],
    ['may-complete', [silent, anAddressProbe()]],
    ['may-complete', once(3)],
    ['may-complete', [...once(1), anAddressProbe({ address: elsewhere })]],
    ['may-complete', [...aPair(), anAddressProbe({ address: elsewhere, attempts: [reset] })]],
    ['may-complete', [...once(3), anAddressProbe({ name: 'other.example', address: elsewhere })]],
    ['completes', [...once(2), anAddressProbe({ address: six })]],
    ['silent', [...aPair(), anAddressProbe({ address: six, attempts: [reset] })]],
    ['silent', [anAddressProbe({ address: six }), silent]],
    ['answers', [...aPair(), { ...refusing, address: six }]],
    ['answers', [silent, refusing]],
    ['silent', [silent]],
    ['unknown', [anAddressProbe({ attempts: [anInvalidAttempt({ ok: true })] })]],
    ['unknown', [anAddressProbe({ name: 'other.example' })]],
    ['unknown', []],
  ])('%s', (standing, probes) => {
    expect(outcomeOfAddress(name, probes)).toBe(standing);
  });
});

describe('a pair of a name and its address', () => {
  const paired = aTargetContext({ addressProbes: aPair() });

  it('proves a reset by name', () => {
    expect(diagnoseTarget(aTarget(), repeated('reset', 3), paired)).toEqual({
      state: 'blocked',
      confidence: 'high',
      locus: 'network',
      mechanisms: ['tls.reset.sni'],
      reason: 'cut-off-by-name',
      artefact: true,
    });
  });

  it('proves nothing about a reset after a handshake with the name', () => {
    const opened = { failure: 'eof_error', failedOperation: 'read', httpStatus: 101 } as const;
    const attempts = repeated('reset', 3).map((attempt) => ({ ...attempt, ...opened }));

    expect(diagnoseTarget(aTarget({ kind: 'websocket' }), attempts, paired)).toMatchObject({
      state: 'likely_blocked',
      confidence: 'medium',
      mechanisms: ['reset'],
      reason: 'cut-off',
    });
  });

  it('proves nothing about a connection that broke off once the request was sent', () => {
    const sent = { failedOperation: 'http_round_trip', browserError: 'NS_ERROR_ABORT' } as const;
    const attempts = repeated('reset', 3).map((attempt) => ({ ...attempt, ...sent }));

    expect(diagnoseTarget(aTarget(), attempts, paired)).toMatchObject({
      state: 'likely_blocked',
      confidence: 'medium',
      mechanisms: ['reset'],
      reason: 'cut-off',
    });
  });

  it('proves an alert by name', () => {
    expect(diagnoseTarget(aTarget(), repeated('handshake', 3), paired)).toMatchObject({
      state: 'blocked',
      mechanisms: ['tls.alert'],
      reason: 'handshake-fails-by-name',
    });
  });

  it.each(['reset', 'handshake'] as const)(
    'proves nothing where the server answered with an error among failures: %s',
    (kind) => {
      const attempts = [...repeated(kind, 4), ...repeated('serverError', 1)];

      expect(diagnoseTarget(aTarget(), attempts, paired).state).not.toBe('blocked');
    },
  );

  it.each([1, 2])('proves nothing after %i failures', (times) => {
    for (const kind of ['reset', 'handshake'] as const) {
      const verdict = diagnoseTarget(aTarget(), repeated(kind, times), paired);

      expect(verdict.state, kind).toBe('insufficient');
    }
  });

  it('proves nothing where one address alone got through', () => {
    const context = aTargetContext({ addressProbes: once(3) });

    expect(diagnoseTarget(aTarget(), repeated('reset', 3), context)).toMatchObject({
      state: 'likely_blocked',
      mechanisms: ['tls.reset'],
    });
  });

  it('proves nothing about a timeout at an unknown layer', () => {
    expect(diagnoseTarget(aTarget(), repeated('timeout', 3), paired)).toMatchObject({
      state: 'likely_blocked',
      mechanisms: ['timeout'],
    });
  });

  it.each([
    ['reset', silent],
    ['tls.reset', refusing],
  ])('proves nothing where the address fares no better (%s)', (mechanism, probe) => {
    const context = aTargetContext({ addressProbes: [probe] });

    expect(diagnoseTarget(aTarget(), repeated('reset', 3), context)).toMatchObject({
      state: 'likely_blocked',
      mechanisms: [mechanism],
    });
  });
});

describe('a name and one address of it, in a round that paired another name', () => {
  const other = aTarget({ id: 'chat/media', urls: ['https://other.example/'] });
  const service = aService({ targets: [aTarget(), other] });
  const blocked = aServiceEvidence(
    { 'more/web': repeated('reset', 3) },
    {
      service: aService({ id: 'more', targets: [{ ...other, id: 'more/web' }] }),
    },
  );
  const stateWith = (attempts: Record<string, Attempt[]>, services: ServiceEvidence[] = []) => {
    const own = aServiceEvidence({ 'chat/web': repeated('reset', 3), ...attempts }, { service });
    const addressProbes = [...once(3), ...aPair('other.example')];
    const evidence = aRoundEvidence({ services: [own, ...services], addressProbes });
    const targets = diagnoseRound(evidence, new Map()).round.services[0]?.targets;
    return targets?.find(({ id }) => id === 'chat/web')?.state;
  };

  it('is proof by one of its service that fails alike', () => {
    expect(stateWith({ 'chat/media': repeated('reset', 3) })).toBe('blocked');
  });

  it('is none by one of its service that got through', () => {
    expect(stateWith({ 'chat/media': [aFailure('timeout'), anAttempt()] })).toBe('likely_blocked');
  });

  it('is proof by one of another service that fails alike', () => {
    expect(stateWith({}, [blocked])).toBe('blocked');
  });
});

describe('a pair where names lead to a proxy', () => {
  /** The reset of one name, in a round that saw this of others. */
  const stateOf = (seen: Partial<RoundEvidence>) => {
    const services = [aServiceEvidence({ 'chat/web': repeated('reset', 3) })];
    const evidence = aRoundEvidence({ services, addressProbes: aPair(), ...seen });
    const [verdict] = diagnoseRound(evidence, new Map()).round.services;
    return [verdict?.roundState, verdict?.mechanisms];
  };
  const signal = {
    id: 'addresses-shared',
    kind: 'shared',
    points: 'split',
    strength: 'weak',
    detail: '',
  } as const;

  const byProxy = anAttempt({ remoteIp: '203.0.114.20' });
  const allByProxy = ['a', 'b', 'c'].map((id) => aControlEvidence({ id, attempts: [byProxy] }));
  const [, , last] = repeated('reset', 3);
  const refusedByProxy: Attempt = { ...(last ?? reset), remoteIpKind: 'proxy' };

  it('is one on a line of its own', () => {
    expect(stateOf({})).toEqual(['blocked', ['tls.reset.sni']]);
    expect(stateOf({ routing: aRouting() })).toEqual(['blocked', ['tls.reset.sni']]);
    expect(stateOf({ routing: nothingKnown })).toEqual(['blocked', ['tls.reset.sni']]);
  });

  it.each<[string, Partial<RoundEvidence>]>([
    [
      'by addresses that a program invents',
      { controls: [aControlEvidence({ attempts: [anAttempt({ remoteIp: '198.18.0.9' })] })] },
    ],
    ['by a resolver, for some names', { routing: aRouting({ sharesAddress: true }) }],
    [
      'by a resolver, in a round that is replayed',
      { routing: { ...nothingKnown, signals: [signal] } },
    ],
    ['by a proxy that carries everything', { controls: allByProxy }],
    [
      'by a proxy that carries everything, where the route was looked at',
      { controls: allByProxy, routing: aRouting() },
    ],
    [
      'by a proxy that was asked for it, as the browser tells',
      {
        services: [aServiceEvidence({ 'chat/web': [...repeated('reset', 2), refusedByProxy] })],
        controls: [aControlEvidence({ attempts: [{ ...byProxy, remoteIpKind: 'proxy' }] })],
      },
    ],
  ])('is none %s: both end at different servers', (_case, seen) => {
    expect(stateOf(seen)).toEqual(['likely_blocked', ['reset']]);
  });

  it('makes no server down either that hangs up: the proxy may', () => {
    const services = [aServiceEvidence({ 'chat/web': repeated('hangUp', 3) })];

    expect(stateOf({ services })).toEqual(['down', []]);
    expect(stateOf({ services, controls: allByProxy })).toEqual(['insufficient', []]);
  });
});

describe('a pair where a name is forged', () => {
  const plain = aTarget({
    id: 'chat/plain',
    kind: 'http',
    urls: ['http://chat.example/'],
    votes: false,
  });
  const service = aService({ targets: [aTarget(), plain] });
  const other = aService({
    id: 'more',
    targets: [aTarget({ id: 'more/web', urls: ['https://other.example/'] })],
  });
  const addressProbes = [...aPair(), ...aPair('other.example')];

  /** What two services whose names fail are told of, by where the first one leads without TLS. */
  function verdicts(
    byPlain: Attempt,
    [first, second] = [repeated('reset', 3), repeated('reset', 3)],
  ) {
    const services = [
      aServiceEvidence({ 'chat/web': first, 'chat/plain': [byPlain] }, { service }),
      aServiceEvidence({ 'more/web': second }, { service: other }),
    ];
    const { round } = diagnoseRound(aRoundEvidence({ services, addressProbes }), new Map());
    return round.services.map(({ roundState, mechanisms }) => [roundState, mechanisms]);
  }
  const page = (remoteIp: string) => aFailure('blockPage', { remoteIp });

  it.each([
    ['to an address without a public name', '10.10.34.34', ['dns.injection.bogon']],
    ['to a known stub', '167.172.4.60', []],
  ])('is none if it leads %s: its server is another one', (_case, address, labels) => {
    expect(verdicts(page(address))).toEqual([
      ['blocked', [...labels, 'http.blockpage', 'reset']],
      ['likely_blocked', ['reset']],
    ]);
  });

  it('is one for a service that fails otherwise than the server to which another one is led', () => {
    const unanswered = repeated('timeout', 3);

    expect(verdicts(page('10.10.34.34'), [unanswered, repeated('reset', 3)])[1]).toEqual([
      'blocked',
      ['tls.reset.sni'],
    ]);
  });

  it('is one where the page came from the address of the service', () => {
    expect(verdicts(page('93.184.216.34'))).toEqual([
      ['blocked', ['http.blockpage', 'tls.reset.sni']],
      ['blocked', ['tls.reset.sni']],
    ]);
  });
});
