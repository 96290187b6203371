import { describe, expect, it } from 'vitest';
import { diagnoseNetwork } from '../../../lib/diagnose/network.ts';
import { outcomeOfAddress } from '../../../lib/diagnose/pairs.ts';
import { diagnoseRound } from '../../../lib/diagnose/round.ts';
import { invalidateLoneUnknowns } from '../../../lib/observe/unknown-codes.ts';
import { aFailure, anAttempt } from '../../helpers/attempts.ts';
import {
  aControlEvidence,
  anAddressProbe,
  aRoundEvidence,
  aServiceEvidence,
} from '../../helpers/evidence.ts';

const strange = aFailure('reset', {
  failure: 'unknown_failure: NS_ERROR_OF_NEXT_YEAR',
  browserError: 'NS_ERROR_OF_NEXT_YEAR',
});
const stranger = aFailure('reset', {
  failure: 'unknown_failure: net::ERR_OF_NEXT_YEAR',
  browserError: 'net::ERR_OF_NEXT_YEAR',
});

function validities(attempts: Parameters<typeof invalidateLoneUnknowns>[0]): boolean[] {
  return invalidateLoneUnknowns(attempts).map(({ valid }) => valid);
}

describe('a code that no table knows', () => {
  it('is no evidence while it stands alone', () => {
    expect(validities([strange, anAttempt(), aFailure('reset')])).toEqual([false, true, true]);
  });

  it('is none beside another one', () => {
    expect(validities([strange, stranger])).toEqual([false, false]);
  });

  it('is evidence once a repeat has ended likewise', () => {
    expect(validities([strange, anAttempt(), strange])).toEqual([true, true, true]);
  });

  it('agrees with no repeat that is invalid itself', () => {
    expect(validities([strange, { ...strange, valid: false }])).toEqual([false, false]);
  });

  it('takes nothing from what got through all the same', () => {
    const through = anAttempt({ browserError: 'NS_ERROR_OF_NEXT_YEAR' });

    expect(validities([through])).toEqual([true]);
  });

  it('makes no control of those that failed', () => {
    const quiet = aControlEvidence({ group: 'foreign', attempts: [strange] });

    expect(diagnoseNetwork([quiet], true)).toMatchObject({
      state: 'degraded',
      trouble: 'unmeasured',
    });
  });

  it('makes no address silent', () => {
    const probe = anAddressProbe({ attempts: [strange] });

    expect(outcomeOfAddress(probe.name, [probe])).toBe('unknown');
  });

  it('leaves a service without a verdict', () => {
    const services = [aServiceEvidence({ 'chat/web': [strange] })];

    const { round } = diagnoseRound(aRoundEvidence({ services }), new Map());

    expect(round.services).toMatchObject([
      { state: 'insufficient', targets: [{ attempts: [{ valid: false }] }] },
    ]);
  });
});
