import { describe, expect, it } from 'vitest';
import type { Target } from '../../../lib/catalog/schema.ts';
import type { ServiceEvidence } from '../../../lib/diagnose/evidence/round-evidence.ts';
import { diagnoseRound, logicVersion } from '../../../lib/diagnose/round.ts';
import type { Attempt } from '../../../lib/model/attempt.ts';
import type { Standing } from '../../../lib/model/standing.ts';
import { aFailure, anAttempt, repeated } from '../../helpers/attempts.ts';
import { aService, aServiceRole, aTarget } from '../../helpers/catalog.ts';
import { at } from '../../helpers/clock.ts';
import {
  aControlEvidence,
  aGate,
  aNetwork,
  aPair,
  aResolution,
  aRoundEvidence,
  aServiceEvidence,
  passingGates,
} from '../../helpers/evidence.ts';
import { aStanding, standingsOf } from '../../helpers/rounds.ts';
import { anEcho, aRouting } from '../../helpers/routing.ts';

const none = new Map<string, Standing>();
const reset = aServiceEvidence({ 'chat/web': repeated('reset', 3) });
const withheld = aServiceEvidence({ 'chat/web': repeated('name', 3) });
const working = aServiceEvidence({ 'chat/web': [anAttempt()] });
const national = { resolver: 'national', national: true, rcode: 'NXDOMAIN', addresses: [] };
const resolutions = [
  aResolution({ resolver: 'one' }),
  aResolution({ resolver: 'two' }),
  aResolution(national),
];

function standing(state: Standing['state']): Standing {
  return {
    service: 'chat',
    state,
    since: at(-900),
    mechanisms: [],
    candidate: null,
    candidateRounds: [],
    rounds: ['round-0'],
  };
}

function settled(state: Standing['state']): Map<string, Standing> {
  return new Map([['chat', standing(state)]]);
}

describe('a round', () => {
  it('contains what was observed', () => {
    const evidence = aRoundEvidence({ services: [working], resolutions, trigger: 'manual' });

    const { round } = diagnoseRound(evidence, none);

    expect(round).toMatchObject({
      schema: 'dozvon.round/1',
      id: 'round-1',
      startedAt: at(0),
      finishedAt: at(200),
      trigger: 'manual',
      software: evidence.software,
      routing: { verdict: 'unknown', confidence: 'low', signals: [] },
      circumstances: { resolutions },
    });
    expect(logicVersion).toMatch(/^\d+$/);
  });

  it('shows each control by its decisive attempt', () => {
    const controls = [
      aControlEvidence({ attempts: [aFailure('reset'), anAttempt({ totalMs: 70 })] }),
      aControlEvidence({ id: 'domestic', group: 'domestic', attempts: [aFailure('reset')] }),
    ];

    const { round } = diagnoseRound(aRoundEvidence({ controls }), none);

    expect(round.network.controls).toEqual([
      { id: 'foreign', group: 'foreign', ok: true, failure: null, totalMs: 70 },
      { id: 'domestic', group: 'domestic', ok: false, failure: 'connection_reset', totalMs: 1000 },
    ]);
  });

  it('shows a control by its success, whatever followed', () => {
    const attempts = [anAttempt({ totalMs: 70 }), aFailure('reset')];

    const { round } = diagnoseRound(
      aRoundEvidence({ controls: [aControlEvidence({ attempts })] }),
      none,
    );

    expect(round.network.controls).toMatchObject([{ ok: true, failure: null, totalMs: 70 }]);
  });

  it('shows a control without attempts as unknown', () => {
    const controls = [aControlEvidence({ attempts: [] })];

    const { round } = diagnoseRound(aRoundEvidence({ controls }), none);

    expect(round.network.controls).toEqual([
      { id: 'foreign', group: 'foreign', ok: false, failure: null, totalMs: null },
    ]);
  });

  it('shows the standing’s state beside its own', () => {
    const { round, standings } = diagnoseRound(
      aRoundEvidence({ services: [reset] }),
      settled('ok'),
    );

    expect(round.services).toMatchObject([{ state: 'ok', roundState: 'likely_blocked' }]);
    expect(standings).toMatchObject([{ state: 'ok', candidate: 'likely_blocked' }]);
  });

  describe('of a service that was blocked and got through once', () => {
    const tries = '....xxxxx.xx'.split('').map((one, index) => ({
      at: at(-900 + index),
      ok: one === '.',
      mechanism: one === 'x' ? ('reset' as const) : null,
    }));
    const windows = [{ target: 'chat/web', tries, sum: 8, at: at(-60), mostlyFails: true }];
    const before = new Map([
      [
        'chat',
        {
          ...standing('blocked'),
          candidate: 'impaired' as const,
          candidateRounds: ['round-0'],
          windows,
          mostlyFails: true,
          answered: [false, true],
        },
      ],
    ]);
    const standingsAfter = (...attempts: Attempt[]) => {
      const services = [aServiceEvidence({ 'chat/web': attempts })];
      return diagnoseRound(aRoundEvidence({ services }), before).standings;
    };

    it('takes failures alone for no second time', () => {
      expect(standingsAfter(...repeated('reset', 3))).toMatchObject([
        { state: 'blocked', candidate: null },
      ]);
    });

    it('takes what its server says for what it is', () => {
      const refused = Array.from({ length: 3 }, () => aFailure('serverError'));
      const down = { ...standing('blocked'), candidate: 'down' as const, candidateRounds: ['1'] };

      const services = [aServiceEvidence({ 'chat/web': refused })];
      const { standings } = diagnoseRound(
        aRoundEvidence({ services }),
        new Map([['chat', { ...down, answered: [false] }]]),
      );

      expect(standings).toMatchObject([{ state: 'down' }]);
    });

    it('takes failures and an answer for one', () => {
      expect(standingsAfter(...repeated('reset', 3), anAttempt())).toMatchObject([
        { state: 'impaired' },
      ]);
    });
  });

  it('sets blocked at once by an artefact', () => {
    const evidence = aRoundEvidence({ services: [withheld], resolutions });

    const { round } = diagnoseRound(evidence, settled('ok'));

    expect(round.services).toMatchObject([{ state: 'blocked', roundState: 'blocked' }]);
  });

  it('shows a gap as a gap, whatever the standing', () => {
    const evidence = aRoundEvidence({ services: [aServiceEvidence({ 'chat/web': [] })] });

    const { round, standings } = diagnoseRound(evidence, settled('blocked'));

    expect(round.services).toMatchObject([
      { state: 'insufficient', reason: 'interrupted', locus: 'unknown', mechanisms: [] },
    ]);
    expect(standings).toMatchObject([{ state: 'blocked' }]);
  });

  it('invalidates failures between failed gates', () => {
    const gates = passingGates(2).concat(aGate(60, { passed: false }));

    const { round } = diagnoseRound(aRoundEvidence({ services: [reset], gates }), none);

    expect(round.services).toMatchObject([{ state: 'insufficient' }]);
    expect(round.services[0]?.targets[0]?.attempts.map((one) => one.valid)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('takes no service for forbidden by a proxy that refuses neutral sites as well', () => {
    const refusal = anAttempt({
      ok: false,
      valid: false,
      browserError: 'net::ERR_TUNNEL_CONNECTION_FAILED',
      totalMs: 20,
    });
    const refused = aServiceEvidence({ 'chat/web': [refusal, refusal, refusal] });
    const sites = (...attempts: Attempt[]) =>
      attempts.map((one, index) => aControlEvidence({ id: `site-${index}`, attempts: [one] }));
    const stateWith = (...attempts: Attempt[]) =>
      diagnoseRound(aRoundEvidence({ services: [refused], controls: sites(...attempts) }), none)
        .round.services[0]?.roundState;

    expect(stateWith(anAttempt(), anAttempt(), refusal)).toBe('likely_blocked');
    expect(stateWith(anAttempt(), refusal, refusal)).toBe('insufficient');
  });

  it('trusts certificates only where a foreign control got through', () => {
    const untrusted = aServiceEvidence({ 'chat/web': repeated('untrusted', 2) });
    const controls = [aControlEvidence({ attempts: [aFailure('untrusted')] })];

    const { round } = diagnoseRound(aRoundEvidence({ services: [untrusted], controls }), none);

    expect(round.services).toMatchObject([{ state: 'insufficient' }]);
  });

  it('trusts certificates where one foreign control got through', () => {
    const untrusted = aServiceEvidence({ 'chat/web': repeated('untrusted', 2) });
    const failing = [aFailure('untrusted')];
    const domestic = aControlEvidence({ id: 'domestic', group: 'domestic' });
    const states = [
      [aControlEvidence(), aControlEvidence({ id: 'other', attempts: failing })],
      [aControlEvidence({ attempts: failing }), domestic],
    ].map((controls) => {
      const evidence = aRoundEvidence({ services: [untrusted], controls });
      return diagnoseRound(evidence, none).round.services[0]?.state;
    });

    expect(states).toEqual(['blocked', 'insufficient']);
  });

  it('shows a success without a locus or mechanism', () => {
    const { round } = diagnoseRound(aRoundEvidence({ services: [working] }), none);

    expect(round.services).toMatchObject([
      { state: 'ok', scope: 'service', locus: 'unknown', mechanisms: [] },
    ]);
  });

  it('gives failures the scope service', () => {
    const { round } = diagnoseRound(aRoundEvidence({ services: [reset] }), none);

    expect(round.services).toMatchObject([{ state: 'likely_blocked', scope: 'service' }]);
    expect(round.network.resolverPath).toBe('unknown');
  });

  it('infers the system’s resolver once that withholds a name', () => {
    const seen = aRoundEvidence({ services: [withheld], resolutions });

    expect(diagnoseRound(seen, none).round.network.resolverPath).toBe('system');
    expect(diagnoseRound(aRoundEvidence(), none).round.network.resolverPath).toBe('unknown');
  });
});

describe('a round on a network that is not normal', () => {
  const allowlist = aNetwork({ state: 'allowlist' });
  const controls = [aControlEvidence({ attempts: [aFailure('timeout')] })];

  it('gives failures the scope network under an allowlist', () => {
    const evidence = aRoundEvidence({ services: [reset, working], network: allowlist, controls });

    const { round } = diagnoseRound(evidence, none);

    expect(round.services).toMatchObject([
      { state: 'likely_blocked', scope: 'network', reason: 'network-allowlist' },
      { state: 'ok', scope: 'service' },
    ]);
  });

  it('needs a third failure before a name counts as withheld', () => {
    const twice = aServiceEvidence({ 'chat/web': repeated('name', 2) });
    const lossy = aNetwork({ state: 'degraded', trouble: 'loss' });
    const states = [twice, withheld].map((service) => {
      const evidence = aRoundEvidence({ services: [service], network: lossy, resolutions });
      return diagnoseRound(evidence, none).round.services[0]?.state;
    });

    expect(states).toEqual(['insufficient', 'blocked']);
  });
});

describe('a slow first gate', () => {
  const silent = aServiceEvidence({ 'chat/web': repeated('timeout', 3) });
  const taking = (totalMs: number) => aControlEvidence({ attempts: [anAttempt({ totalMs })] });
  const stateWith = (...controls: ReturnType<typeof taking>[]) => {
    const network = aNetwork({ state: 'degraded', trouble: 'slow' });
    const { round } = diagnoseRound(
      aRoundEvidence({ network, controls, services: [silent] }),
      none,
    );
    return [round.network.state, round.services[0]?.roundState];
  };

  it('is accidental where later controls are quick', () => {
    const controls = [taking(5_300), taking(400), taking(5_200), taking(300), taking(350)];

    expect(stateWith(...controls)).toEqual(['normal', 'likely_blocked']);
  });

  it('is accidental where services alone are slow of which most connections fail', () => {
    const controls = [taking(5_300), taking(400), taking(5_200), taking(300), taking(350)];
    const slow = Array.from({ length: 9 }, () => anAttempt({ totalMs: 6_000 }));
    const network = aNetwork({ state: 'degraded', trouble: 'slow' });
    const services = [aServiceEvidence({ 'chat/web': slow })];
    const stateAfter = (mostlyFails: boolean) => {
      const standings = standingsOf(aStanding({ service: 'chat', mostlyFails }));
      const evidence = aRoundEvidence({ network, controls, services });
      return diagnoseRound(evidence, standings).round.network.state;
    };

    expect(stateAfter(true)).toBe('normal');
    expect(stateAfter(false)).toBe('degraded');
  });

  it('stands where they are slow too', () => {
    const controls = [taking(5_300), taking(400), taking(5_200), taking(4_000)];

    expect(stateWith(...controls)).toEqual(['degraded', 'insufficient']);
  });
});

describe('the evidence of a round', () => {
  it('keeps address probes and forbidden targets', () => {
    const addressProbes = aPair();
    const services = [
      aServiceEvidence({ 'chat/web': [] }, { forbidden: new Set(['chat/web', 'other/web']) }),
    ];

    const { round } = diagnoseRound(aRoundEvidence({ addressProbes, services }), none);

    expect(round.circumstances).toMatchObject({ addressProbes, forbidden: ['chat/web'] });
  });

  const failure = 'ssl_unknown_authority';

  it.each<[string, Partial<Target>, Partial<Attempt>, string]>([
    ['without TLS', { kind: 'http' }, {}, 'insufficient'],
    ['under any authority', { authority: 'own_ca' }, { failure }, 'insufficient'],
    ['over TLS', {}, {}, 'ok'],
  ])('an answer %s, before a gate that failed', (_case, target, seen, state) => {
    const service = aService({ targets: [aTarget(target)] });
    const services = [aServiceEvidence({ 'chat/web': [anAttempt(seen)] }, { service })];
    const gates = [aGate(0), aGate(20, { passed: false })];

    const { round } = diagnoseRound(aRoundEvidence({ gates, services }), none);

    expect(round.services[0]?.roundState).toBe(state);
  });

  it('counts neither an unknown service nor one that still fails as changed', () => {
    const seen = {
      echoes: [anEcho({ id: 'one', country: 'NL' }), anEcho({ id: 'two', country: 'NL' })],
    };
    const routing = aRouting({ ...seen, exitChanged: true });
    const two = (id: string, attempts: Attempt[]) =>
      aServiceEvidence(
        { [`${id}/web`]: attempts },
        { service: aService({ id, targets: [aTarget({ id: `${id}/web` })] }) },
      );
    const standings = new Map(
      ['one', 'two', 'three'].map((id) => [id, { ...standing('blocked'), service: id }]),
    );
    const idsWith = (services: ServiceEvidence[]) =>
      diagnoseRound(aRoundEvidence({ routing, services }), standings).round.routing.signals.map(
        ({ id }) => id,
      );

    const reset3 = repeated('reset', 3);
    expect(idsWith([two('one', [anAttempt()]), two('two', [anAttempt()])])).toContain(
      'exit-changed-services',
    );
    expect(idsWith([two('one', [anAttempt()]), two('two', reset3), two('three', [])])).toContain(
      'exit-changed',
    );
  });

  it('compares no target with plain HTTP, which even a server that is down answers', () => {
    const plain = aTarget({ id: 'chat/plain', kind: 'http', votes: false });
    const sibling = aTarget({ id: 'chat/api' });
    const healthBeside = (other: Target) => {
      const service = aService({ targets: [aTarget(), other] });
      const attempts = { 'chat/web': repeated('serverError', 3), [other.id]: [anAttempt()] };
      const services = [aServiceEvidence(attempts, { service })];
      return diagnoseRound(aRoundEvidence({ services }), none).standings[0]?.health;
    };

    expect(healthBeside(sibling)).toContainEqual(expect.objectContaining({ target: 'chat/web' }));
    expect(healthBeside(plain)).toBeUndefined();
  });

  it('gives impaired services the scope network under an allowlist too', () => {
    const service = aService({
      roles: [aServiceRole(), aServiceRole({ role: 'media', required: true })],
      targets: [aTarget(), aTarget({ id: 'chat/media', role: 'media' })],
    });
    const attempts = { 'chat/web': [anAttempt()], 'chat/media': repeated('timeout', 3) };
    const services = [aServiceEvidence(attempts, { service })];
    const network = aNetwork({ state: 'allowlist' });
    const controls = [aControlEvidence({ attempts: [aFailure('timeout')] })];

    const { round } = diagnoseRound(aRoundEvidence({ network, services, controls }), none);

    expect(round.services[0]).toMatchObject({ roundState: 'impaired', scope: 'network' });
  });
});
