import { describe, expect, it } from 'vitest';
import { diagnoseTarget } from '../../../lib/diagnose/target.ts';
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
  ])('is known as “%s”', (failure, redirectUrl, body) => {
    expect(failureOfBlockPage({ redirectUrl, body: bytesOf(body) })).toBe(
      `unknown_failure: ${failure}`,
    );
  });

  it.each([
    ['https://www.viber.com/ru/', ''],
    ['https://notwarning.rt.ru/', ''],
    ['no address', ''],
    [null, 'a page like any other'],
  ])('is not seen in %s', (redirectUrl, body) => {
    expect(failureOfBlockPage({ redirectUrl, body: bytesOf(body) })).toBeNull();
  });

  it.each([
    ['http.redirect', { httpStatus: 302, redirectUrl: redirect }],
    ['http.blockpage', { httpStatus: 200, body: page }],
  ])('is proof (%s), though any answer would else have done', (mechanism, seen) => {
    const attempt = judgeTarget(plain, 1, anObservation({ ...seen, remoteIp: '93.184.216.34' }));

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

  it('at an address that no public name has was forged by the resolver', () => {
    const seen = anObservation({ redirectUrl: redirect, remoteIp: '10.10.34.36' });
    const attempts = [1, 2].map((n) => judgeTarget(aTarget(), n, seen));

    expect(diagnoseTarget(aTarget(), attempts, aTargetContext())).toMatchObject({
      confidence: 'high',
      mechanisms: ['dns.injection.bogon', 'http.redirect'],
    });
  });

  it('that does not count is none', () => {
    const seen = anObservation({ redirectUrl: redirect, valid: false });

    expect(judgeTarget(plain, 1, seen).failure).toBeNull();
  });
});
