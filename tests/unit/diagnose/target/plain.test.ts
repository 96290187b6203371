import { describe, expect, it } from 'vitest';
import { diagnoseService } from '../../../../lib/diagnose/service/service.ts';
import { addPlainHttpBlock } from '../../../../lib/diagnose/target/plain.ts';
import { diagnoseTarget } from '../../../../lib/diagnose/target/target.ts';
import { blockPageFailure } from '../../../../lib/failure/block-page.ts';
import { upgradeFailure } from '../../../../lib/failure/upgrade.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import { aFailure, anAttempt, anInvalidAttempt, repeated } from '../../../helpers/attempts.ts';
import { aService, aServiceRole, aTarget } from '../../../helpers/catalog.ts';
import {
  aNetwork,
  aPair,
  aServiceEvidence,
  aTargetContext,
  aVerdict,
} from '../../../helpers/evidence.ts';

const plain = aTarget({
  id: 'chat/plain',
  kind: 'http',
  urls: ['http://chat.example/'],
  votes: false,
});
const service = aService({ targets: [aTarget(), plain] });
const page = [aFailure('unclear', { failure: `${blockPageFailure} Blocked`, httpStatus: 200 })];
const works = [anAttempt()];

function judge(web: readonly Attempt[], byPlain: readonly Attempt[], network = aNetwork()) {
  const evidence = aServiceEvidence({ 'chat/web': web, 'chat/plain': byPlain }, { service });
  return diagnoseService(evidence, aTargetContext(), network);
}

describe('a block page in plain HTTP', () => {
  it('turns likely blocked into blocked', () => {
    expect(judge(repeated('reset', 3), page)).toMatchObject({
      state: 'blocked',
      confidence: 'medium',
      locus: 'network',
      mechanisms: ['http.blockpage', 'reset'],
      reason: 'block-page',
      artefact: true,
    });
  });

  it('adds a mechanism to a proven block', () => {
    const evidence = aServiceEvidence(
      { 'chat/web': repeated('reset', 3), 'chat/plain': page },
      { service },
    );
    const context = aTargetContext({ addressProbes: aPair() });

    expect(diagnoseService(evidence, context, aNetwork())).toMatchObject({
      state: 'blocked',
      confidence: 'high',
      mechanisms: ['http.blockpage', 'tls.reset.sni'],
      reason: 'cut-off-by-name',
    });
  });

  it('does not change a service that works, and is shown', () => {
    const verdict = judge(works, page);

    expect(verdict).toMatchObject({ state: 'ok', mechanisms: [], artefact: false });
    expect(verdict.roles).toMatchObject([{ role: 'web', state: 'ok' }]);
    expect(verdict.targets[1]).toMatchObject({ state: 'blocked', mechanisms: ['http.blockpage'] });
  });

  it.each([
    ['is down', 'down', repeated('serverError', 2)],
    ['failed once', 'insufficient', repeated('reset', 1)],
    ['was not measured', 'insufficient', [anInvalidAttempt()]],
  ])('says nothing of a service that %s', (_case, state, web) => {
    expect(judge(web, page)).toMatchObject({ state, artefact: false });
  });

  it.each(['impaired', 'ok', 'down', 'insufficient'] as const)(
    'does not change a verdict of %s',
    (state) => {
      const verdict = aVerdict({ state });
      const blocked = aVerdict({ state: 'blocked', mechanisms: ['http.blockpage'] });

      expect(addPlainHttpBlock(verdict, [blocked])).toEqual(verdict);
    },
  );

  it('proves nothing about other roles where a role itself uses plain HTTP', () => {
    const apps = aTarget({ ...plain, role: 'api', votes: true });
    const withApps = aService({
      roles: [aServiceRole(), aServiceRole({ role: 'api', required: false })],
      targets: [aTarget(), apps],
    });
    const evidence = aServiceEvidence(
      { 'chat/web': repeated('reset', 3), 'chat/plain': page },
      { service: withApps },
    );

    const verdict = diagnoseService(evidence, aTargetContext(), aNetwork());

    expect(verdict).toMatchObject({ state: 'likely_blocked', mechanisms: ['reset'] });
  });

  it('proves nothing about one service where no foreign site opens', () => {
    const verdict = judge(repeated('reset', 3), page, aNetwork({ state: 'allowlist' }));

    expect(verdict).toMatchObject({ state: 'likely_blocked', mechanisms: ['reset'] });
  });
});

describe('anything else over plain HTTP', () => {
  it.each([
    ['any other answer', works],
    ['a reset', repeated('reset', 1)],
    ['resets', repeated('reset', 3)],
    ['silence', repeated('timeout', 1)],
    [
      'a request that the browser upgraded to HTTPS',
      [anInvalidAttempt({ failure: upgradeFailure })],
    ],
  ])('adds nothing to a service: %s', (_case, byPlain) => {
    const failing = judge(repeated('reset', 3), byPlain);

    expect(failing).toMatchObject({ state: 'likely_blocked', mechanisms: ['reset'] });
    expect(judge(works, byPlain).state).toBe('ok');
  });

  it('is not measured where the browser upgraded the request to HTTPS', () => {
    const upgraded = [anInvalidAttempt({ failure: upgradeFailure })];

    expect(judge(works, upgraded).targets[1]).toMatchObject({
      state: 'insufficient',
      mechanisms: [],
    });
  });
});

describe('a 451 in plain HTTP', () => {
  it('has no known locus, since no certificate authenticates the server', () => {
    const refusal = [aFailure('legalRefusal')];

    expect(diagnoseTarget(plain, refusal, aTargetContext())).toMatchObject({
      state: 'blocked',
      confidence: 'medium',
      locus: 'unknown',
      mechanisms: ['http.error'],
    });
  });

  it('turns a silent service into a blocked one', () => {
    expect(judge(repeated('timeout', 3), [aFailure('legalRefusal')])).toMatchObject({
      state: 'blocked',
      mechanisms: ['http.error', 'timeout'],
      reason: 'legal-refusal',
    });
  });
});
