import type { MessageId } from '../../locales/en/pages.ts';
import type { Message } from '../i18n/text.ts';
import { gotThrough } from '../model/attempt.ts';
import type { Reason } from '../model/reason.ts';
import type { ServiceResult } from '../model/service.ts';
import { isBlocked, type ServiceState } from '../model/state.ts';

/** What the last round saw, how sure its cause is, and a note where the state still awaits confirmation. */
export interface ServiceExplanation {
  reason: Message;
  why: Message | null;
  confirming: Message | null;
}

export function explainService(service: ServiceResult, viaDetour = false): ServiceExplanation {
  return {
    reason: explainReason(service, viaDetour),
    why: explainCause(service),
    confirming: isBeingConfirmed(service) ? { id: `confirming.${service.roundState}` } : null,
  };
}

function explainReason(service: ServiceResult, viaDetour: boolean): Message {
  const { name, reason } = service;
  if (viaDetour && reason === 'got-through') return { id: 'route.service', values: { name } };
  const { tries, failures } = recentOf(service);
  // A pulse may have asked only what seldom fails, while the rest decided.
  return reason === 'mostly-fails' && failures >= tries * leastShare && failures > 0
    ? { id: 'reason.mostly-fails.counted', values: { name, tries, failures } }
    : { id: `reason.${reason}`, values: { name } };
}

/** Fewer failures than in every fourth try are not most of them, by any reckoning. */
const leastShare = 0.25;

/** The recent tries of all targets that fail at times. */
function recentOf({ targets }: ServiceResult): { tries: number; failures: number } {
  const failing = targets.flatMap(({ recent }) => recent ?? []).filter((one) => one.failures > 0);
  return {
    tries: failing.reduce((sum, one) => sum + one.tries, 0),
    failures: failing.reduce((sum, one) => sum + one.failures, 0),
  };
}

/** Their sentences tell the cause already, or that it could not be found. */
const causeIsTold = new Set<Reason>([
  'block-page',
  'legal-refusal',
  'filter-answers',
  'filter-withholds-name',
  'policy-forbids',
  'proxy-refuses',
  'network-allowlist',
  'network-only-some',
  'unclear-failure',
]);

/** What was seen is never doubted, only its cause. */
function explainCause({ roundState, confidence, locus, reason }: ServiceResult): Message | null {
  if (causeIsTold.has(reason)) return null;
  const isClosed = isBlocked(roundState);
  if (!isClosed && roundState !== 'impaired') return null;
  if (confidence === 'low' || (!isClosed && locus !== 'network')) return { id: 'why.unclear' };
  return { id: `why.${isClosed ? 'blocked' : 'network'}.${confidence}` };
}

type Judged = Pick<ServiceResult, 'state' | 'roundState' | 'reason' | 'targets'>;

/** Whether the last round saw something else, which awaits confirmation. */
export function isOutweighed(service: Judged): boolean {
  return service.roundState !== 'insufficient' && !isAsShown(service);
}

/**
 * Whether the last round saw the state that is shown. A block without its proof is no other state, nor is a round in which
 * nothing opened of a service of which most connections fail.
 */
export function isAsShown(service: Judged): boolean {
  const { state, roundState } = service;
  if (state === roundState) return true;
  return isBlocked(state) && (isBlocked(roundState) || staysShut(service));
}

function staysShut({ reason, targets }: Judged): boolean {
  const attempts = targets.flatMap((one) => one.attempts);
  return reason === 'mostly-fails' && !attempts.some(gotThrough);
}

/** Whether what the last round saw needs another to confirm it: another state, or that it opens at once. */
export function needsAnother(service: ServiceResult): boolean {
  return service.roundState !== 'insufficient' && isBeingConfirmed(service);
}

/** A service that opens is sure, unless it did not in the round before and awaits confirmation. */
function isBeingConfirmed(service: ServiceResult): boolean {
  return !isAsShown(service) || (service.state === 'ok' && service.confidence === 'low');
}

/** A service's state as its row shows it: a block that the last round saw nothing of is told as what was. */
export function shownAs(service: ServiceResult): { sign: ServiceState; word: MessageId } {
  const { state } = service;
  return isBlocked(state) && isOutweighed(service)
    ? { sign: 'insufficient', word: `word.${state}.before` }
    : { sign: state, word: wordOf(service) };
}

/** Whether the last round left the service out, as one at home behind a detour. */
export function isUnasked({ reason }: Pick<ServiceResult, 'reason'>): boolean {
  return reason === 'not-through-detour';
}

/** A service's state in a word or two; nothing was asked of some whose state is unknown. */
export function wordOf({ state, reason }: Pick<ServiceResult, 'state' | 'reason'>): MessageId {
  if (state === 'insufficient' && isUnasked({ reason })) return 'word.not-asked';
  if (state === 'insufficient' && reason === 'needs-permission') return 'word.not-permitted';
  return `word.${state}`;
}
