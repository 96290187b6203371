import { describe, expect, it } from 'vitest';
import {
  diagnoseService,
  type ServiceVerdict,
  type SharedContext,
} from '../../../../lib/diagnose/service/service.ts';
import type { TargetContext } from '../../../../lib/diagnose/target/target-context.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import { aFailure, anAttempt, repeated } from '../../../helpers/attempts.ts';
import { aService, aServiceRole, aTarget } from '../../../helpers/catalog.ts';
import { aNetwork, aServiceEvidence, aTargetContext } from '../../../helpers/evidence.ts';

const service = aService({
  roles: [aServiceRole({ role: 'messages' }), aServiceRole({ required: false })],
  targets: [
    aTarget({
      id: 'chat/own',
      role: 'messages',
      urls: ['https://own.chat.example/'],
      authority: 'own_ca',
    }),
    aTarget({ id: 'chat/site' }),
  ],
});
const byAuthority = [anAttempt({ failure: 'ssl_unknown_authority', httpStatus: null })];

function judge(site: readonly Attempt[], context: Partial<SharedContext & TargetContext> = {}) {
  const evidence = aServiceEvidence({ 'chat/own': byAuthority, 'chat/site': site }, { service });
  return diagnoseService(evidence, aTargetContext(context), aNetwork());
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

  it('is insufficient where one of its public sites is intercepted, and another is not', () => {
    const targets = [
      ...service.targets,
      aTarget({ id: 'chat/updates', urls: ['https://updates.chat.example/'] }),
    ];
    const state = (updates: readonly Attempt[]) => {
      const attempts = {
        'chat/own': byAuthority,
        'chat/site': repeated('untrusted', 3),
        'chat/updates': updates,
      };
      const evidence = aServiceEvidence(attempts, { service: aService({ ...service, targets }) });
      return diagnoseService(evidence, aTargetContext(), aNetwork()).state;
    };

    expect(state([anAttempt()])).toBe('insufficient');
    expect(state(repeated('untrusted', 1))).toBe('blocked');
    expect(state([aFailure('untrusted'), anAttempt()])).toBe('blocked');
  });

  it('is insufficient where each of its public sites is intercepted now and not then', () => {
    const targets = [
      ...service.targets,
      aTarget({ id: 'chat/updates', urls: ['https://updates.chat.example/'] }),
    ];
    const state = (updates: readonly Attempt[]) => {
      const attempts = {
        'chat/own': byAuthority,
        'chat/site': [aFailure('untrusted'), anAttempt()],
        'chat/updates': [aFailure('untrusted'), ...updates],
      };
      const evidence = aServiceEvidence(attempts, { service: aService({ ...service, targets }) });
      return diagnoseService(evidence, aTargetContext(), aNetwork()).state;
    };

    expect(state([anAttempt()])).toBe('insufficient');
    expect(state([anAttempt({ valid: false })])).toBe('blocked');
    expect(state([])).toBe('blocked');
  });

  it('is insufficient where certificates are forged wherever connections lead', () => {
    const judged = judge(repeated('untrusted', 2), { strays: new Map([['tls.mitm', 0.3]]) });

    expect(judged).toMatchObject({ state: 'insufficient', reason: 'foreign-certificate' });
  });

  it('is insufficient where its public site shows certificates of another name, however many', () => {
    expect(judge(repeated('wrongName', 3))).toMatchObject({
      state: 'insufficient',
      reason: 'foreign-certificate',
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

  it('is insufficient where neutral certificates are not good', () => {
    expect(judge([anAttempt()], { credibleAuthorities: new Set() }).state).toBe('insufficient');
  });
});

describe('a service that may stand under an authority of the state', () => {
  const national = aService({ targets: [aTarget({ authority: 'national_ca' })] });
  const judgeNational = (
    attempts: readonly Attempt[],
    context: Partial<TargetContext> = {},
  ): ServiceVerdict => {
    const evidence = aServiceEvidence({ 'chat/web': attempts }, { service: national });
    return diagnoseService(evidence, aTargetContext(context), aNetwork());
  };

  it('is ok under it, with a reason of its own and medium confidence', () => {
    expect(judgeNational(byAuthority)).toMatchObject({
      state: 'ok',
      reason: 'national-certificate',
      confidence: 'medium',
    });
  });

  it('is ok where a transfer to the same host meets the same certificate', () => {
    const transfer = aTarget({ id: 'chat/upload', kind: 'upload' });
    const carrying = aService({ targets: [aTarget({ authority: 'national_ca' }), transfer] });
    const attempts = { 'chat/web': byAuthority, 'chat/upload': repeated('untrusted', 3) };

    const verdict = diagnoseService(
      aServiceEvidence(attempts, { service: carrying }),
      aTargetContext(),
      aNetwork(),
    );

    expect(verdict).toMatchObject({ state: 'ok', reason: 'national-certificate' });
  });

  it('is ok without remark under a public one', () => {
    expect(judgeNational([anAttempt()])).toMatchObject({ state: 'ok', reason: 'got-through' });
    expect(judgeNational([...byAuthority, anAttempt()]).reason).toBe('got-through');
  });

  it('is insufficient where neutral certificates are not good', () => {
    const credibleAuthorities = new Set(['own_ca'] as const);

    expect(judgeNational(byAuthority, { credibleAuthorities }).state).toBe('insufficient');
  });

  it('is likely blocked where it shows a certificate for another name', () => {
    expect(judgeNational(repeated('wrongName', 3))).toMatchObject({
      state: 'likely_blocked',
      mechanisms: ['tls.mitm'],
    });
  });

  it('is ok where a certificate for another name is seen beside an answer', () => {
    expect(judgeNational([...repeated('wrongName', 1), anAttempt()]).state).toBe('ok');
  });
});
