import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnoseTarget } from '../../../lib/diagnose/target/target.ts';
import {
  anyAttempt,
  bogonAddress,
  failedAs,
  publicAddress,
  series,
} from '../../helpers/arbitraries.ts';
import { aTarget } from '../../helpers/catalog.ts';
import { aResolution, aTargetContext } from '../../helpers/evidence.ts';

const target = aTarget();

describe('rules of evidence, for the addresses of a name', () => {
  it('5: the public addresses that resolvers return never matter', () => {
    const two = fc.tuple(publicAddress, publicAddress);
    fc.assert(
      fc.property(series(anyAttempt), two, two, (attempts, here, there) => {
        const [one, other] = [here, there].map((addresses) =>
          diagnoseTarget(
            target,
            attempts,
            aTargetContext({
              resolutions: addresses.map((address, index) =>
                aResolution({ resolver: `resolver-${index}`, addresses: [address] }),
              ),
            }),
          ),
        );

        expect(one).toEqual(other);
      }),
    );
  });

  it('5: bogon answers alone never prove that a name is withheld', () => {
    const names = series(failedAs('name'), { minLength: 2 });
    const bogons = fc.array(bogonAddress, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(names, bogons, fc.boolean(), (attempts, addresses, national) => {
        const around = aTargetContext({ resolutions: [aResolution({ addresses, national })] });

        expect(diagnoseTarget(target, attempts, around).reason).not.toBe('dns-withheld');
      }),
    );
  });
});
