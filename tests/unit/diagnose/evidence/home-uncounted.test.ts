import { describe, expect, it } from 'vitest';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import type { Round } from '../../../../lib/model/round.ts';
import { anAttempt, repeated } from '../../../helpers/attempts.ts';
import {
  aControlEvidence,
  aNetwork,
  aResolution,
  aRoundEvidence,
  aServiceEvidence,
} from '../../../helpers/evidence.ts';

const denied = aResolution({ resolver: 'state', national: true, rcode: 'NXDOMAIN', addresses: [] });

function roundOf(attempts: Attempt[], more: Parameters<typeof aRoundEvidence>[0] = {}): Round {
  const services = [aServiceEvidence({ 'chat/web': attempts })];
  const resolutions = [denied, aResolution()];
  return diagnoseRound(aRoundEvidence({ services, resolutions, ...more }), new Map()).round;
}

describe('what hosts at home show while traffic leaves elsewhere', () => {
  it('proves no block of a name', () => {
    const attempts = repeated('name', 3);

    expect(roundOf(attempts).services[0]).toMatchObject({ state: 'blocked' });
    expect(roundOf(attempts, { homeUncounted: true }).services[0]).toMatchObject({
      state: 'likely_blocked',
    });
  });

  it('tells nothing of the resolver that the browser used', () => {
    const attempts = [anAttempt()];

    expect(roundOf(attempts).network.resolverPath).toBe('secure_dns');
    expect(roundOf(attempts, { homeUncounted: true }).network.resolverPath).toBe('unknown');
  });

  it('makes no allowlist', () => {
    const shut = {
      network: aNetwork({ state: 'allowlist', confidence: 'medium' }),
      controls: [
        aControlEvidence({ attempts: repeated('timeout', 2) }),
        aControlEvidence({ id: 'home', group: 'domestic' }),
      ],
    };
    const attempts = repeated('timeout', 2);

    expect(roundOf(attempts, shut).network.state).toBe('allowlist');
    expect(roundOf(attempts, { ...shut, homeUncounted: true }).network).toMatchObject({
      state: 'degraded',
      confidence: 'low',
      trouble: 'unclear',
    });
  });

  it('stays in the record, and so does that it did not count', () => {
    const { circumstances } = roundOf(repeated('name', 3), { homeUncounted: true });

    expect(circumstances.resolutions).toContainEqual(denied);
    expect(circumstances.homeUncounted).toBe(true);
  });
});
