import type { Message } from '../i18n/text.ts';
import type { Round } from '../model/round.ts';
import type { ServiceResult } from '../model/service.ts';

export function isBlockedService(service: ServiceResult): boolean {
  return service.state === 'blocked' || service.state === 'likely_blocked';
}

/** Whether the round has a verdict on at least one service. */
export function isConclusive(round: Round): boolean {
  return round.services.some((service) => service.state !== 'insufficient');
}

/** The headline: how many services open, of those that were to be asked. */
export function summaryOf(round: Round | null): Message {
  if (!round) return { id: 'summary.none' };
  if (!isConclusive(round)) return { id: 'summary.unknown' };
  const total = round.services.filter(({ reason }) => reason !== 'not-through-detour').length;
  const open = round.services.filter((service) => service.state === 'ok').length;
  if (open === round.services.length) return { id: 'summary.all', values: { total } };
  return { id: 'summary.open', values: { open, total } };
}

/** How many services are blocked or likely blocked; null where none is. */
export function blockedSummaryOf(round: Round | null): Message | null {
  const count = round?.services.filter(isBlockedService).length ?? 0;
  return count === 0 ? null : { id: 'summary.closed', values: { count } };
}
