import type { Message } from '../i18n/text.ts';
import { isOwnService } from '../model/own-service.ts';
import type { Round } from '../model/round.ts';
import type { ServiceResult } from '../model/service.ts';

export function isBlockedService(service: ServiceResult): boolean {
  return service.state === 'blocked' || service.state === 'likely_blocked';
}

/** Messengers; a person's own services count only where nothing else was checked. */
export function countedServices({ services }: Pick<Round, 'services'>): ServiceResult[] {
  const messengers = services.filter((service) => !isOwnService(service));
  return messengers.length > 0 ? messengers : services;
}

/** Whether the round has a verdict on at least one of the services that count. */
export function isConclusive(round: Round): boolean {
  return countedServices(round).some((service) => service.state !== 'insufficient');
}

/** The headline: how many services open, of those that were to be asked. */
export function summaryOf(round: Round | null): Message {
  if (!round) return { id: 'summary.none' };
  if (!isConclusive(round)) return { id: 'summary.unknown' };
  const services = countedServices(round);
  const total = services.filter(({ reason }) => reason !== 'not-through-detour').length;
  const open = services.filter((service) => service.state === 'ok').length;
  if (open === services.length) return { id: 'summary.all', values: { total } };
  return { id: 'summary.open', values: { open, total } };
}

/** How many services are blocked or likely blocked; null where none is. */
export function blockedSummaryOf(round: Round | null): Message | null {
  const count = round ? countedServices(round).filter(isBlockedService).length : 0;
  return count === 0 ? null : { id: 'summary.closed', values: { count } };
}
