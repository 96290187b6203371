import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnoseTarget } from '../../../lib/diagnose/target.ts';
import { isSilentName } from '../../../lib/observe/evidence.ts';
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
} from '../../helpers/arbitraries.ts';
import { anAttempt, anInvalidAttempt, spaced } from '../../helpers/attempts.ts';
import { aTarget } from '../../helpers/catalog.ts';
import { someCircumstances } from '../../helpers/evidence.ts';

const target = aTarget();
const name = 'web.chat.example';

const circumstances = fc.record({
  resolutions: resolutionsOf(name),
  addressProbes: addressProbesOf(name),
  gates: anyGates,
  certificatesGood: fc.boolean(),
  lossless: fc.boolean(),
  transferRates: fc.constant({ download: null, upload: null }),
  siblingIntercepted: fc.boolean(),
});

describe('rules of evidence, for one target', () => {
  it('2: fewer than three valid failures are never likely blocked', () => {
    const few = fc.tuple(series(failed, { maxLength: 2 }), series(invalid));
    fc.assert(
      fc.property(few, circumstances, ([fails, rest], around) => {
        const verdict = diagnoseTarget(target, spaced([...fails, ...rest]), around);

        expect(verdict.state).not.toBe('likely_blocked');
      }),
    );
  });

  it('2: nothing is likely blocked without controls that pass between', () => {
    fc.assert(
      fc.property(series(anyAttempt), circumstances, (attempts, around) => {
        const verdict = diagnoseTarget(target, attempts, { ...around, gates: [] });

        expect(verdict.state).not.toBe('likely_blocked');
      }),
    );
  });

  it('2: what fails on one side only is never sure', () => {
    fc.assert(
      fc.property(series(anyAttempt), circumstances, (attempts, around) => {
        const verdict = diagnoseTarget(target, attempts, around);

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
        circumstances,
        unpaired,
        (attempts, around, addressProbes) => {
          const verdict = diagnoseTarget(target, attempts, { ...around, addressProbes });

          expect(verdict.state).not.toBe('blocked');
        },
      ),
    );
  });

  it('3: blocked and proof go together', () => {
    fc.assert(
      fc.property(series(anyAttempt), circumstances, (attempts, around) => {
        const verdict = diagnoseTarget(target, attempts, around);

        // A silent resolver is proof that a second round is to confirm.
        const confirmed = verdict.artefact || attempts.some(isSilentName);
        expect(verdict.state === 'blocked' && confirmed).toBe(verdict.state === 'blocked');
        expect(verdict.artefact && verdict.state !== 'blocked').toBe(false);
      }),
    );
  });

  it('4: one valid answer means reached, whatever else failed', () => {
    fc.assert(
      fc.property(series(anyAttempt), passed, circumstances, (attempts, answer, around) => {
        expect(diagnoseTarget(target, spaced([...attempts, answer]), around).state).toBe('ok');
      }),
    );
  });

  it('6: invalid attempts never change a verdict', () => {
    const mixed = fc.tuple(series(fc.oneof(passed, failed), { minLength: 1 }), series(invalid));
    fc.assert(
      fc.property(mixed, circumstances, ([valid, rest], around) => {
        const without = diagnoseTarget(target, valid, around);

        expect(diagnoseTarget(target, [...valid, ...rest], around)).toEqual(without);
        expect(diagnoseTarget(target, [...rest, ...valid], around)).toEqual(without);
      }),
    );
  });

  it('7: an untrusted certificate reaches a target with an authority of its own', () => {
    const own = aTarget({ rule: 'cert_authority_error_or_http' });
    const byAuthority = anAttempt({ failure: 'ssl_unknown_authority', httpStatus: null });
    const clean = { certificatesGood: true, siblingIntercepted: false };
    fc.assert(
      fc.property(series(anyAttempt), circumstances, (attempts, around) => {
        const verdict = diagnoseTarget(own, spaced([...attempts, byAuthority]), {
          ...around,
          ...clean,
        });

        expect(verdict.state).toBe('ok');
      }),
    );
  });

  it('8: without a valid attempt nothing is said', () => {
    fc.assert(
      fc.property(series(invalid), circumstances, (attempts, around) => {
        expect(diagnoseTarget(target, attempts, around).state).toBe('insufficient');
      }),
    );
  });

  it('counts an invalid answer as nothing, even with a status', () => {
    const attempts = [anInvalidAttempt({ ok: true, httpStatus: 200 })];

    expect(diagnoseTarget(target, attempts, someCircumstances()).state).toBe('insufficient');
  });
});
