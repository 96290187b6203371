import type { DashboardMessageId } from '../../locales/en/dashboard.ts';
import type { Message } from '../i18n/text.ts';
import type { SiteAnswer } from '../model/own-service.ts';

type Line = Message<DashboardMessageId>;

/** What came of one request, in sentences that draw no verdict. */
export function siteAnswerLines(answer: SiteAnswer): Line[] {
  const lines = [outcomeLine(answer)];
  if (answer.hasText !== null) {
    lines.push({ id: answer.hasText ? 'own.answer.text' : 'own.answer.no-text' });
  }
  return answer.outcome === 'forbidden' ? lines : [...lines, { id: 'own.answer.once' }];
}

function outcomeLine(answer: SiteAnswer): Line {
  const status = answer.httpStatus ?? 'none';
  const error = answer.browserError ?? answer.failure ?? '?';
  switch (answer.outcome) {
    case 'answered':
      return { id: 'own.answer.answered', values: { status, ms: answer.totalMs ?? 0 } };
    case 'refused':
      return { id: 'own.answer.refused', values: { status } };
    case 'failed':
      return { id: failureId(answer.failure ?? ''), values: { error } };
    case 'unsent':
      return { id: 'own.answer.unsent', values: { error } };
    case 'forbidden':
      return { id: 'own.answer.forbidden' };
    default:
      return answer.outcome satisfies never;
  }
}

function failureId(failure: string): DashboardMessageId {
  if (failure.startsWith('dns_')) return 'own.answer.name';
  if (failure === 'generic_timeout_error') return 'own.answer.silence';
  if (failure === 'connection_reset' || failure === 'eof_error') return 'own.answer.cut';
  if (failure === 'connection_refused') return 'own.answer.closed';
  const isCertificate = failure.startsWith('ssl_') && failure !== 'ssl_failed_handshake';
  return isCertificate ? 'own.answer.certificate' : 'own.answer.failed';
}
