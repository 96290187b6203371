import { describe, expect, it } from 'vitest';
import { diagnoseService } from '../../../lib/diagnose/service.ts';
import type { Attempt } from '../../../lib/model/attempt.ts';
import { aFailure, anAttempt, repeated } from '../../helpers/attempts.ts';
import { aService, aServiceRole, aTarget } from '../../helpers/catalog.ts';
import { aNetwork, aServiceEvidence, aTargetContext } from '../../helpers/evidence.ts';

const service = aService({
  roles: [aServiceRole({ role: 'messages' }), aServiceRole({ required: false })],
  targets: [
    aTarget({ id: 'chat/own', role: 'messages', rule: 'cert_authority_error_or_http' }),
    aTarget({ id: 'chat/site' }),
  ],
});
const byAuthority = [anAttempt({ failure: 'ssl_unknown_authority', httpStatus: null })];

function judge(site: readonly Attempt[], certificatesGood = true) {
  const evidence = aServiceEvidence({ 'chat/own': byAuthority, 'chat/site': site }, { service });
  return diagnoseService(evidence, aTargetContext({ certificatesGood }), aNetwork());
}

describe('a service with a private certificate authority', () => {
  it('is ok where its public site works', () => {
    expect(judge([anAttempt()]).state).toBe('ok');
  });

  it.each(['timeout', 'reset', 'expired', 'serverError'] as const)(
    'is ok where its public site fails by %s',
    (kind) => {
      expect(judge(repeated(kind, 3)).state).toBe('ok');
    },
  );

  it.each(['untrusted', 'wrongName'] as const)(
    'is insufficient where its public site shows one foreign certificate: %s',
    (kind) => {
      expect(judge(repeated(kind, 1))).toMatchObject({
        state: 'insufficient',
        reason: 'foreign-certificate',
      });
    },
  );

  it('is intercepted where its public site is', () => {
    expect(judge(repeated('untrusted', 2))).toMatchObject({
      state: 'blocked',
      mechanisms: ['tls.mitm'],
    });
  });

  it('is insufficient too where its private site failed first', () => {
    const own = [aFailure('timeout'), ...byAuthority];
    const evidence = aServiceEvidence(
      { 'chat/own': own, 'chat/site': repeated('untrusted', 1) },
      { service },
    );

    expect(diagnoseService(evidence, aTargetContext(), aNetwork()).state).toBe('insufficient');
  });

  it('is not suspect by its own certificate for another name', () => {
    const evidence = aServiceEvidence(
      { 'chat/own': [...repeated('wrongName', 2), ...byAuthority] },
      { service },
    );

    expect(diagnoseService(evidence, aTargetContext(), aNetwork()).state).toBe('ok');
  });

  it('is insufficient where no control shows a good certificate', () => {
    expect(judge([anAttempt()], false).state).toBe('insufficient');
  });
});
