import type { Message } from '../i18n/text.ts';
import type { Reason } from '../model/reason.ts';
import type { ServiceResult } from '../model/service.ts';

/** The last round's reason and confidence, and a note where its state still awaits confirmation. */
export interface ServiceExplanation {
  reason: Message;
  confidence: Message | null;
  confirming: Message | null;
}

export function explainService(service: ServiceResult, viaDetour = false): ServiceExplanation {
  const { roundState, confidence } = service;
  const isClaim = roundState !== 'ok' && roundState !== 'insufficient';
  return {
    reason: explainReason(service, viaDetour),
    confidence: isClaim ? { id: `confidence.${confidence}` } : null,
    confirming: isBeingConfirmed(service) ? { id: `confirming.${roundState}` } : null,
  };
}

function explainReason(service: ServiceResult, viaDetour: boolean): Message {
  const { name, reason } = service;
  if (viaDetour && reason === 'got-through') return { id: 'route.service', values: { name } };
  const { tries, failures } = recentOf(service);
  return reason === 'mostly-fails' && failures > 0
    ? { id: 'reason.mostly-fails.counted', values: { name, tries, failures } }
    : { id: `reason.${reason}`, values: { name } };
}

/** The recent tries of all targets that fail at times. */
function recentOf({ targets }: ServiceResult): { tries: number; failures: number } {
  const failing = targets.flatMap(({ recent }) => recent ?? []).filter((one) => one.failures > 0);
  return {
    tries: failing.reduce((sum, one) => sum + one.tries, 0),
    failures: failing.reduce((sum, one) => sum + one.failures, 0),
  };
}

/** A service that opens is sure, unless it did not in the round before and awaits confirmation. */
function isBeingConfirmed({ state, roundState, confidence }: ServiceResult): boolean {
  return state !== roundState || (state === 'ok' && confidence === 'low');
}

const networkReasons = new Set<Reason>([
  'network-offline',
  'network-portal',
  'network-degraded',
  'network-allowlist',
  'network-only-some',
]);

/**
 * A service that works needs no explanation unless its state is about to change, rests on what was open
 * already, or comes with a certificate that browsers warn of. Nor does one whose state is unknown
 * because of the network: the page explains that once, above the list.
 */
export function needsExplanation(service: ServiceResult): boolean {
  if (isBeingConfirmed(service)) return true;
  const { state, reason } = service;
  if (state === 'insufficient') return !networkReasons.has(reason);
  return state !== 'ok' || reason !== 'got-through';
}
