import type { Message } from '../i18n/text.ts';
import type { RoundProgress, ServiceProgress } from '../model/progress.ts';

export function progressCounts(progress: RoundProgress): { done: number; total: number } {
  const done = progress.services.filter(({ stage }) => stage === 'done').length;
  return { done, total: progress.services.length };
}

export function progressMessage({ stage, probed, reached, total }: ServiceProgress): Message {
  switch (stage) {
    case 'waiting':
      return { id: 'progress.waiting' };
    case 'probing':
      return { id: 'progress.probing', values: { probed, total } };
    case 'done':
      return { id: 'progress.done', values: { reached, total } };
    default:
      return stage satisfies never;
  }
}
