import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Authority } from '../../../../lib/catalog/target-schema.ts';
import { diagnoseTarget } from '../../../../lib/diagnose/target/target.ts';
import { type Evidence, evidenceOf, isSilentName } from '../../../../lib/observe/evidence.ts';
import {
  addressProbesOf,
  anyAttempt,
  anyGates,
  failed,
  failedWithoutProof,
  invalid,
  passed,
  resolutionsOf,
  series,
} from '../../../helpers/arbitraries.ts';
import { anAttempt, anInvalidAttempt, spaced } from '../../../helpers/attempts.ts';
import { aTarget } from '../../../helpers/catalog.ts';
import { aTargetContext } from '../../../helpers/evidence.ts';

const target = aTarget();
const name = 'web.chat.example';

const contexts = fc.record({
  resolutions: resolutionsOf(name),
  addressProbes: addressProbesOf(name),
  gates: anyGates,
  provenNames: fc.constantFrom(new Set<string>(), new Set([name])),
  certificatesGood: fc.boolean(),
  clockWrong: fc.boolean(),
  credibleAuthorities: fc
    .subarray<Authority>(['own_ca', 'national_ca'])
    .map((some): ReadonlySet<Authority> => new Set(some)),
  lossless: fc.boolean(),
  limitsHandshakes: fc.boolean(),
  givesOutAddresses: fc.boolean(),
  byProxy: fc.boolean(),
  onlyHttps: fc.boolean(),
  sitesHangUp: fc.boolean(),
  refusedAlike: fc.boolean(),
  failuresByAddress: fc.constant(new Set<Evidence>()),
  transferRates: fc.constant({ download: null, upload: null, waver: false }),
  siblingForgeries: fc.nat(3),
  siblingsFiltered: fc.boolean(),
  freshHosts: fc.constantFrom(new Set<string>(), new Set([name])),
  hidesConnections: fc.boolean(),
});

const artefacts = ['foreign-certificate', 'block-page', 'block-redirect', 'legal-refusal'];

/** Of artefacts, certificates only. */
const certificateTroubles = anyAttempt.filter(
  (one) => !artefacts.slice(1).includes(evidenceOf(one)),
);

describe('rules of evidence, for one target', () => {
  it('2: fewer than three valid failures never make likely blocked', () => {
    const few = fc.tuple(series(failed, { maxLength: 2 }), series(invalid));
    fc.assert(
      fc.property(few, contexts, ([fails, rest], context) => {
        const verdict = diagnoseTarget(target, spaced([...fails, ...rest]), context);

        expect(verdict.state).not.toBe('likely_blocked');
      }),
    );
  });

  it('2: nothing is likely blocked without a passed gate in between', () => {
    fc.assert(
      fc.property(series(anyAttempt), contexts, (attempts, context) => {
        const verdict = diagnoseTarget(target, attempts, { ...context, gates: [] });

        expect(verdict.state).not.toBe('likely_blocked');
      }),
    );
  });

  it('2: one-sided failures never have high confidence', () => {
    fc.assert(
      fc.property(series(anyAttempt), contexts, (attempts, context) => {
        const verdict = diagnoseTarget(target, attempts, context);

        fc.pre(verdict.state === 'likely_blocked');
        expect(verdict.confidence).not.toBe('high');
      }),
      { maxSkipsPerRun: 5_000 },
    );
  });

  it('3: nothing is blocked without an artefact or a pair', () => {
    const unpaired = addressProbesOf(name, { completes: false });
    fc.assert(
      fc.property(
        series(failedWithoutProof),
        contexts,
        unpaired,
        (attempts, context, addressProbes) => {
          const verdict = diagnoseTarget(target, attempts, { ...context, addressProbes });

          expect(verdict.state).not.toBe('blocked');
        },
      ),
    );
  });

  it('3: blocked and proof go together', () => {
    fc.assert(
      fc.property(series(anyAttempt), contexts, (attempts, context) => {
        const verdict = diagnoseTarget(target, attempts, context);

        // A silent resolver is proof that a second round must confirm.
        const confirmed = verdict.artefact || attempts.some(isSilentName);
        expect(verdict.state === 'blocked' && confirmed).toBe(verdict.state === 'blocked');
        expect(verdict.artefact && !['blocked', 'impaired'].includes(verdict.state)).toBe(false);
      }),
    );
  });

  it('4: one valid answer means reached, whatever failed besides, but for artefacts', () => {
    fc.assert(
      fc.property(series(anyAttempt), passed, contexts, (attempts, answer, context) => {
        const { state, artefact } = diagnoseTarget(target, spaced([...attempts, answer]), context);

        expect(state).toBe(artefact ? 'impaired' : 'ok');
      }),
    );
  });

  it('4: without an artefact among them it means fully reached', () => {
    const plainly = anyAttempt.filter((one) => !artefacts.includes(evidenceOf(one)));
    fc.assert(
      fc.property(series(plainly), passed, contexts, (attempts, answer, context) => {
        expect(diagnoseTarget(target, spaced([...attempts, answer]), context).state).toBe('ok');
      }),
    );
  });

  it('6: invalid attempts never change a verdict', () => {
    const mixed = fc.tuple(series(fc.oneof(passed, failed), { minLength: 1 }), series(invalid));
    fc.assert(
      fc.property(mixed, contexts, ([valid, rest], context) => {
        const without = diagnoseTarget(target, valid, context);

        expect(diagnoseTarget(target, [...valid, ...rest], context)).toEqual(without);
        expect(diagnoseTarget(target, [...rest, ...valid], context)).toEqual(without);
      }),
    );
  });

  it('7: an untrusted certificate reaches a target with a private authority', () => {
    const own = aTarget({ authority: 'own_ca' });
    const byAuthority = anAttempt({ failure: 'ssl_unknown_authority', httpStatus: null });
    const clean = { credibleAuthorities: new Set(['own_ca' as const]), siblingForgeries: 0 };
    fc.assert(
      fc.property(series(certificateTroubles), contexts, (attempts, context) => {
        const verdict = diagnoseTarget(own, spaced([...attempts, byAuthority]), {
          ...context,
          ...clean,
        });

        expect(verdict.state).toBe('ok');
      }),
    );
  });

  it('8: without a valid attempt there is no verdict', () => {
    fc.assert(
      fc.property(series(invalid), contexts, (attempts, context) => {
        expect(diagnoseTarget(target, attempts, context).state).toBe('insufficient');
      }),
    );
  });

  it('ignores an invalid answer, even with a status', () => {
    const attempts = [anInvalidAttempt({ ok: true, httpStatus: 200 })];

    expect(diagnoseTarget(target, attempts, aTargetContext()).state).toBe('insufficient');
  });
});
