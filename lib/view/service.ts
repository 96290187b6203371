import type { Message } from '../i18n/text.ts';
import type { Reason } from '../model/reason.ts';
import type { ServiceResult } from '../model/service.ts';

/**
 * What the last round saw and why, and how sure that is; where it is not yet what is shown, that it
 * is being confirmed.
 */
export interface ServiceExplanation {
  reason: Message;
  confidence: Message | null;
  confirming: Message | null;
}

export function explainService(service: ServiceResult, viaDetour = false): ServiceExplanation {
  const { name, state, roundState, confidence, reason } = service;
  const isClaim = roundState !== 'ok' && roundState !== 'insufficient';
  return {
    reason: {
      id: viaDetour && reason === 'got-through' ? 'route.service' : `reason.${reason}`,
      values: { name },
    },
    confidence: isClaim ? { id: `confidence.${confidence}` } : null,
    confirming: state === roundState ? null : { id: `confirming.${roundState}` },
  };
}

const networkReasons = new Set<Reason>([
  'network-offline',
  'network-portal',
  'network-degraded',
  'network-allowlist',
]);

/**
 * A service that works needs no explaining unless something is about to change; nor does one of
 * which nothing is known because of the network, as that is said once, above all of them.
 */
export function needsExplanation({ state, roundState, reason }: ServiceResult): boolean {
  if (state !== roundState) return true;
  if (state === 'insufficient') return !networkReasons.has(reason);
  return state !== 'ok';
}
