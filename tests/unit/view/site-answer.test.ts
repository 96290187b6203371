import { expect, it } from 'vitest';
import type { SiteAnswer } from '../../../lib/model/own-service.ts';
import { siteAnswerLines } from '../../../lib/view/site-answer.ts';
import { aSiteAnswer } from '../../helpers/site-answers.ts';

const answered = aSiteAnswer();

const once = { id: 'own.answer.once' };

function failed(failure: string, browserError: string | null = 'net::ERR_FAILED'): SiteAnswer {
  return { ...answered, outcome: 'failed', httpStatus: null, failure, browserError };
}

it.each<[SiteAnswer, object[]]>([
  [answered, [{ id: 'own.answer.answered', values: { status: 200, ms: 120 } }, once]],
  [
    { ...answered, httpStatus: null },
    [{ id: 'own.answer.answered', values: { status: 'none', ms: 120 } }, once],
  ],
  [
    { ...answered, outcome: 'refused', httpStatus: 503 },
    [{ id: 'own.answer.refused', values: { status: 503 } }, once],
  ],
  [
    { ...answered, outcome: 'unsent', httpStatus: null, browserError: 'net::ERR_NETWORK_CHANGED' },
    [{ id: 'own.answer.unsent', values: { error: 'net::ERR_NETWORK_CHANGED' } }, once],
  ],
  [{ ...answered, outcome: 'forbidden', httpStatus: null }, [{ id: 'own.answer.forbidden' }]],
])('tells what came, and draws no verdict (%#)', (answer, lines) => {
  expect(siteAnswerLines(answer)).toEqual(lines);
});

it.each([
  [true, 'own.answer.text'],
  [false, 'own.answer.no-text'],
])('tells whether the text was found: %s', (hasText, id) => {
  expect(siteAnswerLines({ ...answered, hasText })[1]).toEqual({ id });
});

it.each([
  ['dns_nxdomain_error', 'own.answer.name'],
  ['generic_timeout_error', 'own.answer.silence'],
  ['connection_reset', 'own.answer.cut'],
  ['eof_error', 'own.answer.cut'],
  ['connection_refused', 'own.answer.closed'],
  ['ssl_unknown_authority', 'own.answer.certificate'],
  ['ssl_failed_handshake', 'own.answer.failed'],
  ['unknown_failure: net::ERR_FAILED', 'own.answer.failed'],
])('names a failure in words: %s', (failure, id) => {
  expect(siteAnswerLines(failed(failure))[0]).toEqual({ id, values: { error: 'net::ERR_FAILED' } });
});

it('names the failure where the browser named none', () => {
  expect(siteAnswerLines(failed('generic_timeout_error', null))[0]?.values).toEqual({
    error: 'generic_timeout_error',
  });
});
