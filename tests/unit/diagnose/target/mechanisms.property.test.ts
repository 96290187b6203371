import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnoseTarget } from '../../../../lib/diagnose/target/target.ts';
import { anyAttempt, resolutionsOf, series } from '../../../helpers/arbitraries.ts';
import { repeated } from '../../../helpers/attempts.ts';
import { aTarget } from '../../../helpers/catalog.ts';
import { aTargetContext } from '../../../helpers/evidence.ts';

const target = aTarget();
const name = 'web.chat.example';

describe('mechanisms', () => {
  it('labels of lower layers need more than a browser’s error', () => {
    fc.assert(
      fc.property(series(anyAttempt), resolutionsOf(name), (attempts, resolutions) => {
        const around = aTargetContext({ resolutions });
        const { mechanisms } = diagnoseTarget(target, attempts, around);

        expect(
          mechanisms.filter((one) => /^(tls\.reset|tls\.timeout|tcp\.reset)/.test(one)),
        ).toEqual([]);
      }),
    );
  });

  it('`dns.nxdomain` and `dns.refused` need a national resolver’s answer', () => {
    fc.assert(
      fc.property(resolutionsOf(name), (resolutions) => {
        const national = resolutions.filter((one) => one.national).map((one) => one.rcode);
        const verdict = diagnoseTarget(
          target,
          repeated('name', 3),
          aTargetContext({ resolutions }),
        );

        if (!national.includes('NXDOMAIN'))
          expect(verdict.mechanisms).not.toContain('dns.nxdomain');
        if (!national.includes('REFUSED')) expect(verdict.mechanisms).not.toContain('dns.refused');
      }),
    );
  });
});
