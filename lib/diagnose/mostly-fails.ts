import type { Reason } from '../model/reason.ts';
import type { TargetWindow } from '../model/standing.ts';
import type { Verdict } from './verdict.ts';
import { labelsOf } from './window.ts';

/** Proofs by a pair: one toss each where connections fail by chance. */
const byPair: readonly Reason[] = ['cut-off-by-name', 'handshake-fails-by-name', 'silent-by-name'];

/**
 * The verdict on a target of which most connections fail, by its window: a success among failures does not make
 * it fine, and a round of failures alone does not make it blocked.
 */
export function byWindow(verdict: Verdict, window: TargetWindow | undefined): Verdict {
  const isOpen = ['ok', 'blocked', 'likely_blocked'].includes(verdict.state);
  if (window?.mostlyFails !== true || !isOpen) return verdict;
  const labels = [...new Set(labelsOf(window))].filter((one) => one !== null).toSorted();
  const keepsLabels = verdict.state === 'blocked' && !byPair.includes(verdict.reason);
  return {
    state: 'impaired',
    confidence: 'medium',
    locus: 'unknown',
    mechanisms: keepsLabels ? verdict.mechanisms : labels,
    reason: 'mostly-fails',
    artefact: keepsLabels && verdict.artefact,
  };
}
