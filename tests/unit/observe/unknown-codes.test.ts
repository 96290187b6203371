import { describe, expect, it } from 'vitest';
import { diagnoseNetwork } from '../../../lib/diagnose/network/network.ts';
import { diagnoseRound } from '../../../lib/diagnose/round.ts';
import { outcomeOfAddress } from '../../../lib/diagnose/target/pairs.ts';
import { invalidateLoneUnknowns } from '../../../lib/observe/unknown-codes.ts';
import { aFailure, anAttempt } from '../../helpers/attempts.ts';
import {
  aControlEvidence,
  anAddressProbe,
  aRoundEvidence,
  aServiceEvidence,
} from '../../helpers/evidence.ts';

const unknown = aFailure('reset', {
  failure: 'unknown_failure: NS_ERROR_OF_NEXT_YEAR',
  browserError: 'NS_ERROR_OF_NEXT_YEAR',
});
const otherUnknown = aFailure('reset', {
  failure: 'unknown_failure: net::ERR_OF_NEXT_YEAR',
  browserError: 'net::ERR_OF_NEXT_YEAR',
});

function validities(attempts: Parameters<typeof invalidateLoneUnknowns>[0]): boolean[] {
  return invalidateLoneUnknowns(attempts).map(({ valid }) => valid);
}

describe('an unknown code', () => {
  it('is no evidence on its own', () => {
    expect(validities([unknown, anAttempt(), aFailure('reset')])).toEqual([false, true, true]);
  });

  it('is no evidence beside another unknown code', () => {
    expect(validities([unknown, otherUnknown])).toEqual([false, false]);
  });

  it('is evidence once a repeat ends with the same code', () => {
    expect(validities([unknown, anAttempt(), unknown])).toEqual([true, true, true]);
  });

  it('may be one by which Firefox tells of itself', () => {
    const broken = aFailure('reset', { browserError: 'NS_ERROR_ABORT' });

    expect(validities([broken, anAttempt()])).toEqual([false, true]);
    expect(validities([broken, broken])).toEqual([true, true]);
  });

  it('is no evidence if the repeat is invalid', () => {
    expect(validities([unknown, { ...unknown, valid: false }])).toEqual([false, false]);
  });

  it('does not invalidate an attempt that got through', () => {
    const through = anAttempt({ browserError: 'NS_ERROR_OF_NEXT_YEAR' });

    expect(validities([through])).toEqual([true]);
  });

  it('does not make a control fail', () => {
    const quiet = aControlEvidence({ group: 'foreign', attempts: [unknown] });

    expect(diagnoseNetwork([quiet], true)).toMatchObject({
      state: 'degraded',
      trouble: 'unmeasured',
    });
  });

  it('does not make an address silent', () => {
    const probe = anAddressProbe({ attempts: [unknown] });

    expect(outcomeOfAddress(probe.name, [probe])).toBe('unknown');
  });

  it('gives a service no verdict', () => {
    const services = [aServiceEvidence({ 'chat/web': [unknown] })];

    const { round } = diagnoseRound(aRoundEvidence({ services }), new Map());

    expect(round.services).toMatchObject([
      { state: 'insufficient', targets: [{ attempts: [{ valid: false }] }] },
    ]);
  });
});
