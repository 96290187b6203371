import { describe, expect, it } from 'vitest';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import { anAttempt, repeated } from '../../../helpers/attempts.ts';
import { aService, aTarget } from '../../../helpers/catalog.ts';
import {
  aControlEvidence,
  aRoundEvidence,
  aServiceEvidence,
  passingGates,
} from '../../../helpers/evidence.ts';

const told = (id: string, overrides: Partial<Attempt>) =>
  aControlEvidence({ id, operator: id, attempts: [anAttempt(overrides)] });

function judge(attempts: readonly Attempt[], seen: Partial<Attempt>, url?: string) {
  const service = aService({ targets: [aTarget(url === undefined ? {} : { urls: [url] })] });
  const evidence = aRoundEvidence({
    controls: [told('one', seen), told('two', seen)],
    gates: passingGates(),
    services: [{ ...aServiceEvidence({ 'chat/web': [...attempts] }), service }],
  });
  const { network, services } = diagnoseRound(evidence, new Map()).round;
  return { network, service: services[0] };
}

describe('a round on a computer whose clock is days off', () => {
  it('names the clock, and holds no certificate against a service', () => {
    const { network, service } = judge(repeated('expired', 3), { clockAheadDays: -21 });

    expect(network).toMatchObject({ state: 'degraded', trouble: 'clock', confidence: 'high' });
    expect(service).toMatchObject({ state: 'insufficient', reason: 'clock-wrong' });
  });

  it('judges what else fails as ever', () => {
    const { service } = judge(repeated('reset', 3), { clockAheadDays: -21 });

    expect(service).toMatchObject({ state: 'likely_blocked', mechanisms: ['reset'] });
  });

  it('names no trouble where the clock is right', () => {
    const { network, service } = judge(repeated('expired', 3), { clockAheadDays: 0 });

    expect(network.state).toBe('normal');
    expect(network).not.toHaveProperty('trouble');
    expect(service).toMatchObject({ state: 'down', reason: 'certificate-expired' });
  });
});

describe('a round on a line without IPv4', () => {
  const literal = 'https://93.184.216.34/';

  it('holds nothing against a service that is an IPv4 address', () => {
    const seen = { remoteIp: '2606:2800:220:1::1' };

    expect(judge(repeated('reset', 3), seen, literal).service?.state).toBe('insufficient');
  });

  it('is unlike one with IPv4', () => {
    const seen = { remoteIp: '93.184.216.35' };

    expect(judge(repeated('reset', 3), seen, literal).service?.state).toBe('likely_blocked');
  });
});
