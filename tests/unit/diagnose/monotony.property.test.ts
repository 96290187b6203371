import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnoseService } from '../../../lib/diagnose/service/service.ts';
import { diagnoseTarget } from '../../../lib/diagnose/target/target.ts';
import type { Attempt } from '../../../lib/model/attempt.ts';
import type { ServiceState } from '../../../lib/model/state.ts';
import { addressProbesOf, monotonous, passed, resolutionsOf } from '../../helpers/arbitraries.ts';
import { spaced } from '../../helpers/attempts.ts';
import { aService, aServiceRole, aTarget } from '../../helpers/catalog.ts';
import { aNetwork, aServiceEvidence, aTargetContext } from '../../helpers/evidence.ts';

/** From best to worst. `insufficient` has no place in this order: it is the lack of a verdict. */
const order: ServiceState[] = ['ok', 'impaired', 'down', 'likely_blocked', 'blocked'];

/** A success may withdraw a verdict, but never makes it graver and never creates a grave one. */
function expectNoWorse(before: ServiceState, after: ServiceState) {
  if (after === 'insufficient') return;
  const limit = before === 'insufficient' ? 'impaired' : before;
  expect(order.indexOf(after)).toBeLessThanOrEqual(order.indexOf(limit));
}

/** A failure keeps a verdict at least as grave, and never turns the lack of one into "ok". */
function expectNoBetter(before: ServiceState, after: ServiceState) {
  if (before === 'insufficient') expect(after).not.toBe('ok');
  else expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before));
}

const contexts = fc
  .record({
    resolutions: resolutionsOf('web.chat.example'),
    addressProbes: addressProbesOf('web.chat.example'),
    certificatesGood: fc.boolean(),
    clockWrong: fc.boolean(),
  })
  .map(aTargetContext);
const attempts = monotonous({ maxLength: 6 });
/** Attempts with a failure at the end, which a test can leave out. */
const endingBadly = attempts.filter((all) => {
  const last = all.at(-1);
  return last?.valid === true && !last.ok;
});
const often = { numRuns: 400 };

describe('rule 9, for one target', () => {
  const target = aTarget();

  it('one more attempt that gets through never makes it worse', () => {
    fc.assert(
      fc.property(attempts, passed, contexts, (before, more, context) => {
        const states = [before, spaced([...before, more])].map(
          (all) => diagnoseTarget(target, all, context).state,
        );

        expectNoWorse(states[0] ?? 'ok', states[1] ?? 'blocked');
      }),
    );
  });

  it('one more attempt that fails never makes it better', () => {
    fc.assert(
      fc.property(endingBadly, contexts, (all, context) => {
        const states = [all.slice(0, -1), all].map(
          (some) => diagnoseTarget(target, some, context).state,
        );

        expectNoBetter(states[0] ?? 'blocked', states[1] ?? 'ok');
      }),
      often,
    );
  });
});

describe('rule 9, for a service whose roles have one target each and need no other', () => {
  const service = aService({
    roles: [aServiceRole(), aServiceRole({ role: 'messages' })],
    targets: [aTarget(), aTarget({ id: 'chat/messages', role: 'messages' })],
  });
  const stateOf = (web: Attempt[], messages: Attempt[], context = aTargetContext()) =>
    diagnoseService(
      aServiceEvidence({ 'chat/web': web, 'chat/messages': messages }, { service }),
      context,
      aNetwork(),
    ).state;

  it('one more attempt that gets through never makes it worse', () => {
    fc.assert(
      fc.property(attempts, attempts, passed, contexts, (web, messages, more, context) => {
        const before = stateOf(web, messages, context);
        const after = stateOf(spaced([...web, more]), messages, context);

        expectNoWorse(before, after);
      }),
    );
  });

  it('one more attempt that fails never makes it better', () => {
    fc.assert(
      fc.property(endingBadly, attempts, contexts, (web, messages, context) => {
        const before = stateOf(web.slice(0, -1), messages, context);
        const after = stateOf(web, messages, context);

        expectNoBetter(before, after);
      }),
      often,
    );
  });
});
