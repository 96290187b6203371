import { describe, expect, it } from 'vitest';
import { diagnoseRound } from '../../../lib/diagnose/round.ts';
import type { Attempt } from '../../../lib/model/attempt.ts';
import type { Resolution } from '../../../lib/model/resolution.ts';
import { anAttempt, anInvalidAttempt, repeated } from '../../helpers/attempts.ts';
import { aService, aTarget } from '../../helpers/catalog.ts';
import { aResolution, aRoundEvidence, aServiceEvidence } from '../../helpers/evidence.ts';
import { anEcho, aRouting } from '../../helpers/routing.ts';

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

describe('whose names the browser used', () => {
  it('is the system’s resolver where that alone withholds a name', () => {
    expect(pathOf(repeated('name', 3), denied, aResolution())).toBe('system');
  });

  it.each(['NXDOMAIN', 'REFUSED'])(
    'is its secure DNS where the state’s resolver says %s of a name that opens',
    (rcode) => {
      expect(pathOf([anAttempt()], { ...denied, rcode })).toBe('secure_dns');
    },
  );

  it.each(['reset', 'handshake', 'legalRefusal', 'serverError'] as const)(
    'is its secure DNS where a name that the state’s resolver denies led to somebody: %s',
    (kind) => {
      expect(pathOf(repeated(kind, 3), denied)).toBe('secure_dns');
    },
  );

  it.each<[string, Attempt[], Resolution[]]>([
    ['nobody withholds a name', [anAttempt()], [aResolution({ national: true })]],
    ['only a trusted resolver denies it', [anAttempt()], [{ ...denied, national: false }]],
    ['another name is withheld', [anAttempt()], [{ ...denied, name: 'other.example' }]],
    ['the name was never found', repeated('timeout', 3), [denied]],
    ['nothing valid was seen', [anInvalidAttempt({ ok: true })], [denied]],
    ['the state’s resolver fails itself', [anAttempt()], [{ ...denied, rcode: 'SERVFAIL' }]],
  ])('is unknown where %s', (_case, attempts, resolutions) => {
    expect(pathOf(attempts, ...resolutions)).toBe('unknown');
  });

  it('is unknown where such a name led to somebody in plain HTTP alone', () => {
    const service = aService({ targets: [aTarget({ kind: 'http' })] });
    const services = [aServiceEvidence({ 'chat/web': [anAttempt()] }, { service })];
    const evidence = aRoundEvidence({ services, resolutions: [denied] });

    expect(diagnoseRound(evidence, new Map()).round.network.resolverPath).toBe('unknown');
  });

  it.each([
    ['abroad', 'NL', 'unknown'],
    ['at home', 'RU', 'secure_dns'],
  ])(
    'is not asked of a resolver whose list holds elsewhere: the exit is %s',
    (_where, country, path) => {
      const services = [aServiceEvidence({ 'chat/web': [anAttempt()] })];
      const routing = aRouting({ echoes: [anEcho({ country }), anEcho({ country })] });

      const evidence = aRoundEvidence({ services, resolutions: [denied], routing });

      expect(diagnoseRound(evidence, new Map()).round.network.resolverPath).toBe(path);
    },
  );
});
