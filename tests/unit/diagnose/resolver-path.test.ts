import { describe, expect, it } from 'vitest';
import { diagnoseRound } from '../../../lib/diagnose/round.ts';
import type { Attempt, Resolution } from '../../../lib/round/types.ts';
import { anAttempt, anInvalidAttempt, repeated } from '../../helpers/attempts.ts';
import { aResolution, aRoundEvidence, aServiceEvidence } from '../../helpers/evidence.ts';

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

  it('is its secure DNS where a name that the state’s resolver denies led to a server', () => {
    expect(pathOf(repeated('reset', 3), denied)).toBe('secure_dns');
  });

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
});
