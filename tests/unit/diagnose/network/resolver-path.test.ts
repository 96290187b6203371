import { describe, expect, it } from 'vitest';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import type { Resolution } from '../../../../lib/model/resolution.ts';
import { aFailure, anAttempt, anInvalidAttempt, repeated } from '../../../helpers/attempts.ts';
import { aService, aServiceRole, aTarget } from '../../../helpers/catalog.ts';
import { aResolution, aRoundEvidence, aServiceEvidence } from '../../../helpers/evidence.ts';
import { anEcho, aRouting } from '../../../helpers/routing.ts';

function pathOf(attempts: Attempt[], ...resolutions: Resolution[]) {
  const services = [aServiceEvidence({ 'chat/web': attempts })];
  const { round } = diagnoseRound(aRoundEvidence({ services, resolutions }), new Map());
  return round.network.resolverPath;
}

const denied = aResolution({
  resolver: 'state',
  national: true,
  rcode: 'NXDOMAIN',
  addresses: [],
});

describe('the resolver that the browser used', () => {
  it('is the system’s where only that one withholds a name', () => {
    expect(pathOf(repeated('name', 3), denied, aResolution())).toBe('system');
  });

  it('is the system’s where that withholds the name of one role, and others open', () => {
    const media = aTarget({ id: 'chat/media', role: 'media', urls: ['https://media.example/'] });
    const roles = [aServiceRole(), aServiceRole({ role: 'media' })];
    const service = aService({ roles, targets: [media, aTarget()] });
    const seen = { 'chat/web': repeated('name', 3), 'chat/media': [anAttempt()] };
    const { round } = diagnoseRound(
      aRoundEvidence({
        services: [aServiceEvidence(seen, { service })],
        resolutions: [denied, aResolution()],
      }),
      new Map(),
    );

    expect(round.services[0]?.reason).toBe('some-roles-fail');
    expect(round.network.resolverPath).toBe('system');
  });

  it.each(['NXDOMAIN', 'REFUSED'])(
    'is its secure DNS where the national resolver answers %s for a name that opens',
    (rcode) => {
      expect(pathOf([anAttempt()], { ...denied, rcode })).toBe('secure_dns');
    },
  );

  it.each(['reset', 'handshake', 'legalRefusal', 'serverError'] as const)(
    'is its secure DNS where a name that the national resolver denies led to a server: %s',
    (kind) => {
      expect(pathOf(repeated(kind, 3), denied)).toBe('secure_dns');
    },
  );

  it.each<[string, Attempt[], Resolution[]]>([
    ['no resolver withholds a name', [anAttempt()], [aResolution({ national: true })]],
    ['a name fails, and nothing proves that it is withheld', repeated('name', 3), []],
    ['only a trusted resolver denies it', [anAttempt()], [{ ...denied, national: false }]],
    ['another name is withheld', [anAttempt()], [{ ...denied, name: 'other.example' }]],
    ['the name never resolved', repeated('timeout', 3), [denied]],
    [
      'the answer came over a connection that was open',
      [anAttempt({ reusedConnection: true })],
      [denied],
    ],
    [
      'the browser hides whether it did',
      [anAttempt({ httpStatus: 302, reusedConnection: null })],
      [denied],
    ],
    [
      'a refusal came over a connection that was open',
      repeated('legalRefusal', 3).map((one) => ({ ...one, reusedConnection: true })),
      [denied],
    ],
    ['the name was missed after it had been found', [anAttempt(), aFailure('name')], [denied]],
    ['there was no valid attempt', [anInvalidAttempt({ ok: true })], [denied]],
    ['the national resolver itself fails', [anAttempt()], [{ ...denied, rcode: 'SERVFAIL' }]],
  ])('is unknown where %s', (_case, attempts, resolutions) => {
    expect(pathOf(attempts, ...resolutions)).toBe('unknown');
  });

  it('is its secure DNS where a WebSocket opened, over a connection of its own', () => {
    const socket = anAttempt({ httpStatus: 101, reusedConnection: null });

    expect(pathOf([socket], denied)).toBe('secure_dns');
  });

  it('is unknown where such a name led to a server only over plain HTTP', () => {
    const service = aService({ targets: [aTarget({ kind: 'http' })] });
    const services = [aServiceEvidence({ 'chat/web': [anAttempt()] }, { service })];
    const evidence = aRoundEvidence({ services, resolutions: [denied] });

    expect(diagnoseRound(evidence, new Map()).round.network.resolverPath).toBe('unknown');
  });

  it.each([
    ['abroad', 'NL', 'unknown'],
    ['at home', 'RU', 'secure_dns'],
  ])(
    'is inferred only inside the national resolver’s country: the exit is %s',
    (_where, country, path) => {
      const services = [aServiceEvidence({ 'chat/web': [anAttempt()] })];
      const routing = aRouting({ echoes: [anEcho({ country }), anEcho({ country })] });

      const evidence = aRoundEvidence({ services, resolutions: [denied], routing });

      expect(diagnoseRound(evidence, new Map()).round.network.resolverPath).toBe(path);
    },
  );
});
