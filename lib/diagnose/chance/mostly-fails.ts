import type { Mechanism } from '../../model/mechanism.ts';
import type { Reason } from '../../model/reason.ts';
import type { TargetWindow } from '../../model/standing.ts';
import type { NetworkVerdict } from '../network/network-verdict.ts';
import { mostSpecific, type Verdict } from '../verdict.ts';
import { failsByChance, latestTries } from './window.ts';

/** Proofs by a pair: one toss each where connections fail by chance. */
const byPair: readonly Reason[] = ['cut-off-by-name', 'handshake-fails-by-name', 'silent-by-name'];

/**
 * The verdict on a target of which most connections fail by its window, or, on a network that is as it should be, of
 * which some failed all along.
 */
export function byWindow(
  verdict: Verdict,
  window: TargetWindow | undefined,
  network: Pick<NetworkVerdict, 'state'>,
): Verdict {
  if (window === undefined) return verdict;
  const mayBeChance = verdict.state === 'likely_blocked' && network.state === 'normal';
  const isChance = mayBeChance && failsByChance(window.tries);
  return window.mostlyFails || isChance ? ofWhichMostFail(verdict, [window], network) : verdict;
}

/**
 * The verdict on something of which most connections fail: a success among failures does not make it fine, and a
 * round of failures alone does not make it blocked. Behind an allowlist such a round is the network's.
 */
export function ofWhichMostFail<Seen extends Verdict>(
  verdict: Seen,
  windows: readonly TargetWindow[],
  { state }: Pick<NetworkVerdict, 'state'>,
): Seen {
  const failing = state === 'allowlist' ? [] : ['blocked', 'likely_blocked'];
  // A round alone has too few attempts to tell now and then.
  const isUnsure = state === 'normal' && verdict.reason === 'too-few-attempts';
  if (!isUnsure && !['ok', 'down', ...failing].includes(verdict.state)) return verdict;
  const labels = labelsOf(windows);
  const keepsLabels = verdict.state === 'blocked' && !byPair.includes(verdict.reason);
  return {
    ...verdict,
    state: 'impaired',
    confidence: isUnsure || isFlawless(verdict) ? 'low' : 'medium',
    locus: labels.join() === 'http.error' ? 'server_side' : 'unknown',
    mechanisms: keepsLabels ? verdict.mechanisms : labels,
    reason: 'mostly-fails',
    artefact: keepsLabels && verdict.artefact,
  };
}

/** What was met once is no label beside what was met again: it may be a lost packet. */
function labelsOf(windows: readonly TargetWindow[]): Mechanism[] {
  const all = windows.flatMap(latestTries).flatMap(({ mechanism }) => mechanism ?? []);
  const again = all.filter((one, index) => all.indexOf(one) < index);
  return mostSpecific(again.length > 0 ? again : all);
}

/** Nothing failed in the round itself: the trouble may be over. */
function isFlawless({ state, confidence }: Verdict): boolean {
  return state === 'ok' && confidence === 'high';
}
