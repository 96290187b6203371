import { describe, expect, it } from 'vitest';
import type { Target } from '../../../../lib/catalog/schema.ts';
import { transferBytes } from '../../../../lib/catalog/transfer-bytes.ts';
import {
  hasIntermittentGates,
  hasLateAnswers,
  hasPacketLoss,
  isLossless,
  isWayLossy,
} from '../../../../lib/diagnose/chance/loss.ts';
import { emptyWindow } from '../../../../lib/diagnose/chance/window.ts';
import type { ServiceEvidence } from '../../../../lib/diagnose/evidence/round-evidence.ts';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import type { Mechanism } from '../../../../lib/model/mechanism.ts';
import type { ControlGroup } from '../../../../lib/model/network.ts';
import type { Standing } from '../../../../lib/model/standing.ts';
import { aFailure, anAttempt, repeated, spaced } from '../../../helpers/attempts.ts';
import { aService, aTarget } from '../../../helpers/catalog.ts';
import { at } from '../../../helpers/clock.ts';
import {
  aControlEvidence,
  aGate,
  aNetwork,
  aRoundEvidence,
  aServiceEvidence,
} from '../../../helpers/evidence.ts';
import { aStanding, standingsOf } from '../../../helpers/rounds.ts';
import { aRouting } from '../../../helpers/routing.ts';

const wavering = spaced([aFailure('timeout'), anAttempt()]);

/** A service with these attempts on each of its targets. */
function aServiceSeen(id: string, ...targets: Attempt[][]): ServiceEvidence {
  const service = aService({
    id,
    targets: targets.map((_, index) => aTarget({ id: `${id}/${index}` })),
  });
  const attempts = Object.fromEntries(targets.map((seen, index) => [`${id}/${index}`, seen]));
  return aServiceEvidence(attempts, { service });
}

function sees(...services: ServiceEvidence[]): boolean {
  return hasPacketLoss({ controls: [aControlEvidence()], services });
}

const longSilence = aFailure('timeout', { totalMs: 6_500 });

describe('loss during a round', () => {
  it('is assumed where four targets of two services were silent once and then answered', () => {
    const one = aServiceSeen('one', wavering, wavering, wavering);

    expect(sees(one, aServiceSeen('two', wavering))).toBe(true);
    expect(sees(one)).toBe(false);
  });

  it('cannot be excluded once one target wavered or one control was silent', () => {
    const well = { controls: [aControlEvidence()], services: [] };
    const silent = [aControlEvidence({ attempts: [longSilence] })];

    expect(isLossless(well)).toBe(true);
    expect(isLossless({ ...well, services: [aServiceSeen('one', wavering)] })).toBe(false);
    expect(isLossless({ ...well, controls: silent })).toBe(false);
    expect(isLossless({ ...well, services: [aServiceSeen('one', repeated('timeout', 3))] })).toBe(
      true,
    );
  });

  it('is not assumed where a few services lose far more than all else', () => {
    const losing = spaced([...repeated('timeout', 3), anAttempt()]);
    const bad = ['one', 'two'].map((id) => aServiceSeen(id, losing, losing));
    const fine = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) =>
      aServiceSeen(id, [anAttempt()], [anAttempt()], [anAttempt()]),
    );

    expect(sees(...bad)).toBe(true);
    expect(sees(...bad, ...fine)).toBe(false);
  });

  it('can be excluded where a control is silent steadily, and two others answer at once', () => {
    const answering = ['a', 'b'].map((id) => aControlEvidence({ id }));
    const silentFor = (times: number) =>
      aControlEvidence({ id: 'silent', attempts: Array(times).fill(longSilence) });

    expect(isLossless({ controls: [...answering, silentFor(2)], services: [] })).toBe(true);
    expect(isLossless({ controls: [...answering, silentFor(1)], services: [] })).toBe(false);
    expect(isLossless({ controls: [...answering.slice(1), silentFor(2)], services: [] })).toBe(
      false,
    );
  });

  it('cannot be excluded where one attempt on one of several controls was silent', () => {
    const controls = [
      aControlEvidence(),
      aControlEvidence({ id: 'other', attempts: [longSilence, anAttempt()] }),
    ];

    expect(isLossless({ controls, services: [] })).toBe(false);
  });

  it('can be excluded though our own limit ended attempts sooner than a satellite answers', () => {
    const brief = aFailure('timeout', { totalMs: 2_250 });
    const controls = [aControlEvidence(), aControlEvidence({ id: 'other', attempts: [brief] })];

    expect(isLossless({ controls, services: [] })).toBe(true);
  });

  it('cannot be excluded where one answered after so short a silence', () => {
    const attempts = [aFailure('timeout', { totalMs: 2_250 }), anAttempt()];
    const controls = [aControlEvidence(), aControlEvidence({ id: 'other', attempts })];

    expect(isLossless({ controls, services: [] })).toBe(false);
  });

  it('shows in connect timeouts', () => {
    const seen = spaced([aFailure('connectTimeout'), anAttempt()]);

    expect(sees(aServiceSeen('one', seen, seen), aServiceSeen('two', seen, seen))).toBe(true);
  });

  it('shows in controls too', () => {
    const controls = [aControlEvidence({ attempts: wavering })];
    const services = [aServiceSeen('one', wavering, wavering, wavering)];

    expect(hasPacketLoss({ controls, services })).toBe(true);
  });

  it.each([
    [30, false],
    [10, true],
  ])('is the network’s where %i tries of controls lost none: %s', (tries, lossy) => {
    const controls = [aControlEvidence({ attempts: spaced(Array(tries).fill(anAttempt())) })];
    // None of them stands out by itself.
    const services = ['one', 'two', 'three', 'four', 'five'].map((id) =>
      aServiceSeen(id, wavering, [anAttempt()], [anAttempt()]),
    );

    expect(hasPacketLoss({ controls, services })).toBe(lossy);
  });

  it.each([
    [1, false],
    [2, true],
  ])('is the network’s where %i of the controls lost a packet as well: %s', (sites, lossy) => {
    const controls = Array.from({ length: 45 }, (_, index) =>
      aControlEvidence({ id: `${index}`, attempts: index < sites ? wavering : [anAttempt()] }),
    );
    const services = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'].map((id) =>
      aServiceSeen(id, wavering, [anAttempt()], [anAttempt()]),
    );

    expect(hasPacketLoss({ controls, services })).toBe(lossy);
  });

  it.each<[boolean, string, Partial<Attempt>]>([
    [false, 'answer late', { totalMs: 2_600 }],
    [true, 'answer in time', { totalMs: 1_400 }],
  ])(
    'is the network’s: %s, where further targets of services that lost packets %s',
    (lossy, _how, more) => {
      const controls = [aControlEvidence({ attempts: spaced(Array(10).fill(anAttempt())) })];
      const others = [anAttempt(more), anAttempt(more)];
      const services = ['one', 'two', 'three', 'four', 'five'].map((id) =>
        aServiceSeen(id, wavering, others),
      );

      expect(hasPacketLoss({ controls, services })).toBe(lossy);
    },
  );

  it('is the network’s, though answers over open connections are far quicker than others', () => {
    const open = anAttempt({ totalMs: 100, reusedConnection: true });
    const controls = [aControlEvidence({ attempts: spaced(Array(10).fill(anAttempt())) })];
    const services = ['one', 'two', 'three', 'four', 'five'].map((id) =>
      aServiceSeen(id, wavering, [anAttempt(), open]),
    );

    expect(hasPacketLoss({ controls, services })).toBe(true);
  });

  it('is not the network’s, though a server of calls answers far sooner than other controls', () => {
    const call = aControlEvidence({
      id: 'stun',
      group: 'calls-foreign',
      attempts: [anAttempt({ totalMs: 50 })],
    });
    const quick = anAttempt({ totalMs: 600 });
    const controls = [call, aControlEvidence({ attempts: spaced(Array(30).fill(quick)) })];
    const services = ['one', 'two', 'three', 'four', 'five'].map((id) =>
      aServiceSeen(id, wavering, [anAttempt()], [anAttempt()]),
    );

    expect(hasPacketLoss({ controls, services })).toBe(false);
  });

  it('is the network’s where answers of controls are late, too', () => {
    const late = [anAttempt(), ...Array.from({ length: 5 }, () => anAttempt({ totalMs: 2_600 }))];
    const controls = [aControlEvidence({ attempts: spaced([...late, ...late]) })];
    const services = ['one', 'two', 'three', 'four', 'five'].map((id) =>
      aServiceSeen(id, wavering, [anAttempt({ totalMs: 2_600 })]),
    );

    expect(hasPacketLoss({ controls, services })).toBe(true);
  });

  it('is not assumed where only transfers stall', () => {
    const services = ['one', 'two', 'three', 'four'].map((id) => {
      const service = aService({ id, targets: [aTarget({ id: `${id}/large`, kind: 'upload' })] });
      return aServiceEvidence({ [`${id}/large`]: wavering }, { service });
    });

    expect(sees(...services)).toBe(false);
    expect(isLossless({ controls: [aControlEvidence()], services })).toBe(true);
  });

  it.each<[string, ServiceEvidence[]]>([
    ['only one service wavers', [aServiceSeen('one', wavering, wavering, wavering, wavering)]],
    ['few targets waver', [aServiceSeen('one', wavering, wavering), aServiceSeen('two', wavering)]],
    [
      'failures continue',
      ['one', 'two'].map((id) => aServiceSeen(id, repeated('timeout', 3), repeated('timeout', 3))),
    ],
    [
      'only resets waver',
      ['one', 'two'].map((id) => {
        const seen = spaced([aFailure('reset'), anAttempt()]);
        return aServiceSeen(id, seen, seen);
      }),
    ],
    [
      'names are denied, then known',
      ['one', 'two'].map((id) => {
        const seen = spaced([aFailure('name', { totalMs: 50 }), anAttempt()]);
        return aServiceSeen(id, seen, seen);
      }),
    ],
  ])('is not assumed where %s', (_case, services) => {
    expect(sees(...services)).toBe(false);
  });

  it('shows in names on which the resolver timed out', () => {
    const seen = spaced([aFailure('name', { totalMs: 6_000 }), anAttempt()]);

    expect(sees(aServiceSeen('one', seen, seen), aServiceSeen('two', seen, seen))).toBe(true);
  });

  it('makes a normal network degraded and withdraws likely blocked', () => {
    const services = [
      aServiceSeen('one', wavering, wavering),
      aServiceSeen('two', wavering, wavering),
      aServiceSeen('three', repeated('timeout', 3)),
    ];

    const { round } = diagnoseRound(aRoundEvidence({ services }), new Map());

    expect(round.network).toMatchObject({ state: 'degraded', confidence: 'medium' });
    expect(round.services[2]).toMatchObject({
      roundState: 'insufficient',
      reason: 'network-degraded',
    });
  });
});

it.each(['allowlist', 'offline', 'captive_portal'] as const)(
  'loss does not change the network state %s',
  (state) => {
    const services = ['one', 'two'].map((id) => aServiceSeen(id, wavering, wavering));
    const network = aNetwork({ state });
    const controls = [aControlEvidence({ attempts: [aFailure('timeout')] })];

    const { round } = diagnoseRound(aRoundEvidence({ network, services, controls }), new Map());

    expect(round.network.state).toBe(state);
  },
);

describe('answers that come far later than the others', () => {
  const taking = (...times: number[]) =>
    times.map((totalMs, index) =>
      aControlEvidence({ id: `${index}`, attempts: [anAttempt({ totalMs })] }),
    );

  it.each<[boolean, number[]]>([
    [true, [200, 200, 200, 4_001, 4_001]],
    [false, [200, 200, 200, 200, 4_001]],
    [false, [200, 200, 200, 3_999, 3_999]],
    [false, [3_000, 3_000, 3_000, 4_001, 4_001]],
  ])('are loss: %s, after %j ms', (expected, times) => {
    expect(hasLateAnswers(taking(...times))).toBe(expected);
  });

  it('make a normal network degraded', () => {
    const controls = taking(200, 200, 200, 5_000, 5_000);

    const { round } = diagnoseRound(aRoundEvidence({ controls }), new Map());

    expect(round.network).toMatchObject({ state: 'degraded', confidence: 'medium' });
  });
});

describe('failed gates', () => {
  const failing = { passed: false };
  const gates = [aGate(0), aGate(20, failing), aGate(40, failing)];
  const late = anAttempt({ startedAt: at(50) });

  function failsWith(
    attempt: Attempt,
    { group = 'foreign', ...target }: Partial<Target> & { group?: ControlGroup } = {},
  ): boolean[] {
    const service = aService({ id: 'one', targets: [aTarget({ id: 'one/0', ...target })] });
    const services = [aServiceEvidence({ 'one/0': [attempt] }, { service })];
    const controls = [aControlEvidence({ group, attempts: [attempt] })];
    return [
      hasIntermittentGates({ gates, controls: [], services }),
      hasIntermittentGates({ gates, controls, services: [] }),
    ];
  }

  it('are loss where an attempt got through after them', () => {
    expect(failsWith(late)).toEqual([true, true]);
    expect(failsWith(anAttempt({ startedAt: at(20) }))).toEqual([true, true]);
  });

  it.each<[string, Attempt]>([
    ['all successes came before', anAttempt({ startedAt: at(19) })],
    ['it reused a connection', { ...late, reusedConnection: true }],
    ['it failed as well', aFailure('timeout', { startedAt: at(50) })],
    ['it is invalid', { ...late, valid: false }],
  ])('are an end of the network where %s', (_case, attempt) => {
    expect(failsWith(attempt)).toEqual([false, false]);
  });

  it('are no loss where only unauthenticated answers or STUN answers came after them', () => {
    expect(failsWith(late, { kind: 'http', group: 'portal' })).toEqual([false, false]);
    expect(failsWith({ ...late, failure: 'ssl_unknown_authority' })).toEqual([false, false]);
    expect(failsWith(late, { group: 'calls-foreign' })).toEqual([true, false]);
  });

  it.each<ControlGroup>(['domestic', 'dns', 'transfer'])(
    'are loss where a control of %s got through after them',
    (group) => {
      expect(failsWith(late, { group })).toEqual([true, true]);
    },
  );

  it('are no loss where only one failed', () => {
    const one = { gates: gates.slice(0, 2), controls: [aControlEvidence({ attempts: [late] })] };

    expect(hasIntermittentGates({ ...one, services: [] })).toBe(false);
  });

  it('degrade a network that broke down, though nothing came after them', () => {
    const services = [aServiceSeen('one', [anAttempt({ startedAt: at(5) })])];

    const { round } = diagnoseRound(aRoundEvidence({ gates, services }), new Map());

    expect(round.network).toMatchObject({ state: 'degraded', confidence: 'medium' });
  });

  it('show a portal that appeared, where a plain answer is another than before', () => {
    const services = [aServiceSeen('one', [anAttempt({ startedAt: at(5) })])];
    const meddled = aFailure('unclear', { startedAt: at(41), failure: null, httpStatus: 302 });
    const controls = (...attempts: Attempt[]) => [
      aControlEvidence(),
      aControlEvidence({ id: 'portal', group: 'portal', attempts }),
    ];
    const stateOf = (...attempts: Attempt[]) =>
      diagnoseRound(aRoundEvidence({ gates, services, controls: controls(...attempts) }), new Map())
        .round.network.state;

    expect(stateOf(anAttempt(), meddled)).toBe('captive_portal');
    expect(stateOf(meddled, anAttempt({ startedAt: at(41) }))).toBe('degraded');
    expect(stateOf(anAttempt(), aFailure('timeout', { startedAt: at(41) }))).toBe('degraded');
  });

  it.each([
    ['over a connection that may be new', null, 'normal'],
    ['over one that was open', true, 'degraded'],
  ])('tell of a network that answered after the last of them, %s', (_case, reused, state) => {
    const answer = anAttempt({ startedAt: at(25), reusedConnection: reused });
    const services = [aServiceSeen('one', [answer])];

    const { round } = diagnoseRound(
      aRoundEvidence({ gates: [aGate(0), aGate(20, failing)], services }),
      new Map(),
    );

    expect(round.network.state).toBe(state);
  });
});

describe('services that mostly fail', () => {
  const services = ['one', 'two'].map((id) => aServiceSeen(id, wavering, wavering));
  const stateAfter = (...standings: Standing[]) =>
    diagnoseRound(aRoundEvidence({ services }), standingsOf(...standings)).round.network.state;
  const known = ['one', 'two'].map((service) => aStanding({ service, mostlyFails: true }));

  it('show no loss of the network’s', () => {
    expect(stateAfter()).toBe('degraded');
    expect(stateAfter(...known)).toBe('normal');
  });

  it('may do so over another route', () => {
    const routing = aRouting({ exitChanged: true });
    const { round } = diagnoseRound(aRoundEvidence({ services, routing }), standingsOf(...known));

    expect(round.network.state).toBe('degraded');
  });
});

describe('slow answers of some services', () => {
  const controls = ['a', 'b', 'c', 'd'].map((id) => aControlEvidence({ id }));
  const slow = [anAttempt({ totalMs: 3_200 })];

  function stateWhereSlow(count: number): string {
    const bad = Array.from({ length: count }, (_, id) =>
      aServiceSeen(`bad${id}`, slow, slow, slow, slow, slow),
    );
    const fine = Array.from({ length: 10 - count }, (_, id) =>
      aServiceSeen(`fine${id}`, [anAttempt()]),
    );
    const services = [...bad, ...fine];
    return diagnoseRound(aRoundEvidence({ controls, services }), new Map()).round.network.state;
  }

  it('make no slow network, however many targets they were asked for', () => {
    expect(stateWhereSlow(5)).toBe('normal');
  });

  it('do where most of all are slow', () => {
    expect(stateWhereSlow(8)).toBe('degraded');
  });
});

describe('a slow first gate', () => {
  const slow = anAttempt({ totalMs: 3_200 });
  const controls = ['a', 'b', 'c'].map((id) => aControlEvidence({ id, attempts: [slow] }));
  const network = aNetwork({ state: 'degraded', trouble: 'slow' });

  function stateWhereServicesTake(totalMs: number): string {
    const answers = Array.from({ length: 4 }, () => [anAttempt({ totalMs })]);
    const services = [aServiceSeen('one', ...answers)];
    const { round } = diagnoseRound(aRoundEvidence({ network, controls, services }), new Map());
    return round.network.state;
  }

  it('is ignored where services were quick, as on a link that came up meanwhile', () => {
    expect(stateWhereServicesTake(200)).toBe('normal');
  });

  it('means a slow network where services were slow too', () => {
    expect(stateWhereServicesTake(3_100)).toBe('degraded');
  });
});

describe('the way to a service', () => {
  const silent = repeated('timeout', 3);
  const late = [anAttempt({ totalMs: 3_100 })];
  const resent = [anAttempt({ connectMs: 1_012 })];
  const second = [opened(251, 8)];
  const unsent = aFailure('timeout', { failedOperation: 'write' });
  const upload = (totalMs: number, bytes: number) => [
    anAttempt({ bytes, lastByteMs: null, ttfbMs: totalMs, totalMs }),
  ];

  it.each<[string, Record<string, Attempt[]>]>([
    ['two targets answered late', { 'chat/web': late, 'chat/site': late }],
    ['one answered late, and one is silent', { 'chat/web': late, 'chat/site': silent }],
    [
      'two answered late, and one did not',
      { 'chat/web': late, 'chat/site': late, 'chat/api': [anAttempt()] },
    ],
    [
      'all were late, and a first packet was sent again',
      { 'chat/web': late, 'chat/site': late, 'chat/api': resent },
    ],
    ['first packets to two were sent again', { 'chat/web': resent, 'chat/site': resent }],
    ['second connections to two stood first', { 'chat/web': second, 'chat/site': second }],
    [
      'a very small upload is late, and one is silent',
      { 'chat/up': upload(3_100, 64), 'chat/site': silent },
    ],
    ['one was silent, and answered', { 'chat/web': [...silent, anAttempt()] }],
    ['one upload stopped', { 'chat/up': [unsent, ...upload(9_000, transferBytes)] }],
  ])('loses packets where %s', (_case, attempts) => {
    expect(isWayLossy(serviceOf(attempts))).toBe(true);
  });

  it.each<[string, Record<string, Attempt[]>]>([
    ['one answered late', { 'chat/web': late, 'chat/site': [anAttempt()] }],
    ['two are silent', { 'chat/web': silent, 'chat/site': silent }],
    [
      'all connections that open are late',
      { 'chat/web': late, 'chat/site': late, 'chat/api': late },
    ],
    ['a large upload took long', { 'chat/up': upload(3_100, transferBytes), 'chat/site': silent }],
    ['one host answered late, and was silent', { 'chat/web': late, 'chat/api': silent }],
    ['one answered late, and one was not asked', { 'chat/web': late, 'chat/site': [] }],
    ['uploads stop, and a very small one does not', { 'chat/up': [unsent, ...upload(20, 64)] }],
    ['two are far', { 'chat/web': [opened(251, 251)], 'chat/site': [opened(251, 251)] }],
    ['two opened late', { 'chat/web': [opened(270, 8)], 'chat/site': [opened(270, 8)] }],
    ['two opened sooner', { 'chat/web': [opened(240, 8)], 'chat/site': [opened(240, 8)] }],
    ['what was late does not count', { 'chat/web': invalid(late), 'chat/site': silent }],
    ['what was sent again does not count', { 'chat/web': invalid(resent), 'chat/site': silent }],
  ])('is not known to where %s', (_case, attempts) => {
    expect(isWayLossy(serviceOf(attempts))).toBe(false);
  });

  it('loses packets where one answered late, and one was silent beside an old connection', () => {
    const seen = [...invalid([anAttempt()]), ...silent];

    expect(isWayLossy(serviceOf({ 'chat/web': late, 'chat/site': seen }))).toBe(true);
  });

  type Tried = [mechanism: Mechanism | null, ok: boolean];
  const timeout: Tried = ['timeout', false];
  const lostSyn: Tried = ['tcp.timeout', false];
  const reset: Tried = ['tls.reset', false];
  const answer: Tried = [null, true];
  const twoSilent = { 'chat/web': silent, 'chat/site': silent };

  it.each<[string, Record<string, Attempt[]>, Tried[], boolean]>([
    ['one was silent and then answered', twoSilent, [timeout, answer], true],
    ['a first packet was lost, and the next was not', twoSilent, [answer, lostSyn, answer], true],
    ['one answered and was then silent', twoSilent, [answer, timeout], false],
    ['one was reset and then answered', twoSilent, [reset, answer], false],
    ['one was silent, and one is now', { 'chat/web': silent }, [timeout, answer], false],
  ])('is known by the last rounds and two silences: %s', (_case, attempts, tries, isLossy) => {
    const window = {
      ...emptyWindow('chat/web'),
      tries: tries.map(([mechanism, ok]) => ({ at: at(0), ok, mechanism })),
    };
    const evidence = { ...serviceOf(attempts), windows: new Map([['chat/web', window]]) };

    expect(isWayLossy(evidence)).toBe(isLossy);
  });

  it.each<[string, string[], Tried[], boolean]>([
    ['of several targets', ['chat/web', 'chat/api'], [timeout, answer, timeout], true],
    ['of one, which may be out of order', ['chat/web'], [timeout, answer, timeout], false],
    ['with resets among it', ['chat/web', 'chat/api'], [timeout, reset, answer, timeout], false],
  ])(
    'is known where most connections are met with silence, %s',
    (_case, failing, tries, isLossy) => {
      const windows = failing.map((target) => ({
        ...emptyWindow(target),
        tries: tries.map(([mechanism, ok]) => ({ at: at(0), ok, mechanism })),
        mostlyFails: true,
      }));
      const quick = { 'chat/web': [anAttempt()], 'chat/api': [anAttempt()] };
      const seen = {
        ...serviceOf(quick),
        windows: new Map(windows.map((one) => [one.target, one])),
      };

      expect(isWayLossy(seen)).toBe(isLossy);
    },
  );

  function opened(connectMs: number, answerMs: number): Attempt {
    const ttfbMs = connectMs + answerMs;
    return anAttempt({ dnsMs: 0, connectMs, tlsMs: 0, ttfbMs, totalMs: ttfbMs });
  }

  function serviceOf(attempts: Record<string, Attempt[]>) {
    const urls = ['https://site.example/'];
    const up = aTarget({ id: 'chat/up', kind: 'upload', role: 'media' });
    const targets = [
      aTarget(),
      aTarget({ id: 'chat/api' }),
      aTarget({ id: 'chat/site', urls }),
      up,
    ];
    return aServiceEvidence(attempts, { service: aService({ targets }) });
  }

  function invalid(attempts: Attempt[]): Attempt[] {
    return attempts.map((one) => ({ ...one, valid: false }));
  }
});
