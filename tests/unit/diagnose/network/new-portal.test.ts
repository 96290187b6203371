import { describe, expect, it } from 'vitest';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import { aFailure, anAttempt, repeated } from '../../../helpers/attempts.ts';
import { aService, aTarget } from '../../../helpers/catalog.ts';
import {
  aControlEvidence,
  aRoundEvidence,
  aServiceEvidence,
  passingGates,
} from '../../../helpers/evidence.ts';

const old = anAttempt({ reusedConnection: true });
const fresh = anAttempt({ reusedConnection: false });
const signIn = anAttempt({ ok: false, httpStatus: 302 });
const closed = repeated('refused', 3);

/** What a check a minute after another shows: three services that fail, unless told, and two neutral sites. */
function judge({
  sites = [old, old],
  plain = [signIn, signIn],
  home = [],
  attempts = [closed, closed, closed],
}: {
  sites?: Attempt[];
  plain?: Attempt[];
  home?: Attempt[];
  attempts?: (readonly Attempt[])[];
}) {
  const services = attempts.map((each, index) => {
    const id = `service-${index}`;
    const service = aService({ id, operator: id, targets: [aTarget({ id: `${id}/web` })] });
    return aServiceEvidence({ [`${id}/web`]: each }, { service });
  });
  const controls = [
    ...sites.map((one, index) =>
      aControlEvidence({ id: `site-${index}`, operator: `site-${index}`, attempts: [one] }),
    ),
    ...plain.map((one, index) =>
      aControlEvidence({ id: `plain-${index}`, group: 'portal', attempts: [one] }),
    ),
    ...home.map((one, index) =>
      aControlEvidence({ id: `home-${index}`, group: 'domestic', attempts: [one] }),
    ),
  ];
  const evidence = aRoundEvidence({ controls, gates: passingGates(), services });
  const { round } = diagnoseRound(evidence, new Map());
  return [round.network.state, round.services[0]?.state];
}

describe('a portal that lets connections from before live', () => {
  it('is told by its answers, where nothing opens over a new connection', () => {
    expect(judge({})).toEqual(['captive_portal', 'insufficient']);
  });

  it('is told although a site at home, which it may let through, answers over a new connection', () => {
    expect(judge({ home: [fresh] })).toEqual(['captive_portal', 'insufficient']);
  });

  it('is told beside a service whose certificate anyone may have shown', () => {
    const byAnyone = [anAttempt({ failure: 'ssl_unknown_authority' })];

    expect(judge({ attempts: [closed, closed, closed, byAnyone] })[0]).toBe('captive_portal');
  });

  it.each([
    ['a neutral site answers over a new connection', { sites: [old, fresh] }],
    ['a service answers over a new connection', { attempts: [closed, closed, closed, [fresh]] }],
    ['fewer than three operators’ services fail', { attempts: [closed, closed, [old]] }],
    ['a plain check is answered as it should be', { plain: [signIn, anAttempt()] }],
    ['its server may have answered with an error', { plain: [aFailure('serverError')] }],
    ['nothing was asked without TLS', { plain: [] }],
  ])('is none if %s', (_case, seen) => {
    expect(judge(seen)).toEqual(['normal', 'likely_blocked']);
  });
});
