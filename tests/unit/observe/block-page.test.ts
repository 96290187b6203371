import { describe, expect, it } from 'vitest';
import { diagnoseTarget } from '../../../lib/diagnose/target/target.ts';
import { failureOfBlockPage } from '../../../lib/observe/block-page.ts';
import { evidenceOf, mechanismOf } from '../../../lib/observe/evidence.ts';
import { judgeTarget } from '../../../lib/observe/judge.ts';
import { aTarget } from '../../helpers/catalog.ts';
import { aTargetContext } from '../../helpers/evidence.ts';
import { anObservation, bytesOf } from '../../helpers/observations.ts';

const page = bytesOf('<title>Доступ к сайту ограничен</title>');
const redirect = 'http://warning.rt.ru/?id=17';
const plain = aTarget({ kind: 'http' });

describe('a block page', () => {
  it.each([
    ['redirect to block page warning.rt.ru', redirect, ''],
    ['redirect to block page blocked.mts.ru', 'https://www.blocked.mts.ru/', ''],
    ['block page Доступ к сайту ограничен', null, '<h1>Доступ к сайту ограничен</h1>'],
  ])('is recognised as “%s”', (failure, redirectUrl, body) => {
    expect(failureOfBlockPage({ redirectUrl, body: bytesOf(body) })).toBe(
      `unknown_failure: ${failure}`,
    );
  });

  it.each([
    ['https://www.viber.com/ru/', ''],
    ['https://notwarning.rt.ru/', ''],
    ['not a URL', ''],
    [null, 'an ordinary page'],
  ])('is not recognised in %s', (redirectUrl, body) => {
    expect(failureOfBlockPage({ redirectUrl, body: bytesOf(body) })).toBeNull();
  });

  it.each([
    ['http.redirect', { httpStatus: 302, redirectUrl: redirect }],
    ['http.blockpage', { httpStatus: 200, body: page }],
  ])('is proof (%s), even on a target that accepts any answer', (mechanism, seen) => {
    const observation = anObservation({ ...seen, remoteIp: '93.184.216.34' });
    const attempt = { n: 1, ...judgeTarget(plain, observation) };

    expect(attempt).toMatchObject({ ok: false, failedOperation: 'http_round_trip', valid: true });
    expect(mechanismOf(evidenceOf(attempt))).toBe(mechanism);
    expect(diagnoseTarget(plain, [attempt], aTargetContext())).toEqual({
      state: 'blocked',
      confidence: 'medium',
      locus: 'network',
      mechanisms: [mechanism],
      reason: 'block-page',
      artefact: true,
    });
  });

  it('is a forgery of the resolver if its address is not public', () => {
    const seen = anObservation({ redirectUrl: redirect, remoteIp: '10.10.34.36' });
    const attempts = [1, 2].map((n) => ({ n, ...judgeTarget(aTarget(), seen) }));

    expect(diagnoseTarget(aTarget(), attempts, aTargetContext())).toMatchObject({
      confidence: 'high',
      mechanisms: ['dns.injection.bogon', 'http.redirect'],
    });
  });

  it('is ignored if the attempt is invalid', () => {
    const seen = anObservation({ redirectUrl: redirect, valid: false });

    expect(judgeTarget(plain, seen).failure).toBeNull();
  });
});
