import { describe, expect, it } from 'vitest';
import { backgroundShare, tallyOfTries } from '../../../../lib/diagnose/chance/background.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import { aFailure, anAttempt, repeated } from '../../../helpers/attempts.ts';

const failing = (times: number): Attempt[] => repeated('timeout', times);
const fine = (targets: number): Attempt[][] => Array.from({ length: targets }, () => [anAttempt()]);

describe('the tries of everything in a round', () => {
  it('leave out what never got through, as a block elsewhere is no background', () => {
    const others = [failing(9), [anAttempt()], [anAttempt(), ...failing(1)]];

    expect(tallyOfTries(others, false)).toEqual({ tries: 3, failures: 1 });
  });

  it('contain it on a network that is bad itself', () => {
    expect(tallyOfTries([failing(3), [anAttempt()]], true)).toEqual({ tries: 4, failures: 3 });
  });

  it.each(['serverError', 'hangUp', 'expired', 'revoked'] as const)(
    'contain nothing that says nothing of the network: %s',
    (kind) => {
      const tally = tallyOfTries([[aFailure(kind), anAttempt()]], false);

      expect(tally).toEqual({ tries: 1, failures: 0 });
    },
  );
});

describe('the share of connections that fail wherever they lead', () => {
  it('is higher where little was tried, as it may be so', () => {
    const shareOf = (tries: number, failures = tries / 4) =>
      backgroundShare({ tries, failures }, []);

    expect(shareOf(8)).toBeCloseTo(0.28 + 0.136, 2);
    expect(shareOf(80)).toBeCloseTo(0.25 + 0.05, 2);
    expect(shareOf(0)).toBe(0.5);
    expect(shareOf(3, 0)).toBeCloseTo(0.125);
  });

  it('counts neutral sites of which every try failed, as far as the others explain it', () => {
    const shareBeside = (...sites: Attempt[][]) =>
      backgroundShare({ tries: 40, failures: 12 }, sites);

    expect(shareBeside(failing(1))).toBeGreaterThan(shareBeside() + 0.01);
    expect(shareBeside(failing(2))).toBeGreaterThan(shareBeside() + 0.03);
    expect(shareBeside(failing(3))).toBe(shareBeside());
  });

  it('does not count dead ones where nothing else fails', () => {
    const dead = [failing(1), failing(1), failing(1)];
    const counted = tallyOfTries(fine(20), false);

    expect(backgroundShare(counted, dead)).toBe(backgroundShare(counted, []));
    expect(backgroundShare(counted, dead)).toBeLessThan(0.08);
  });
});
