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
  const { name, roundState, confidence, reason } = service;
  const isClaim = roundState !== 'ok' && roundState !== 'insufficient';
  return {
    reason: {
      id: viaDetour && reason === 'got-through' ? 'route.service' : `reason.${reason}`,
      values: { name },
    },
    confidence: isClaim ? { id: `confidence.${confidence}` } : null,
    confirming: isBeingConfirmed(service) ? { id: `confirming.${roundState}` } : null,
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
]);

/**
 * A service that works needs no explanation unless its state is about to change, or rests on what was open
 * already. Nor does one whose state is unknown
 * because of the network: the page explains that once, above the list.
 */
export function needsExplanation(service: ServiceResult): boolean {
  if (isBeingConfirmed(service)) return true;
  const { state, reason } = service;
  if (state === 'insufficient') return !networkReasons.has(reason);
  return state !== 'ok' || reason === 'over-old-connection';
}
