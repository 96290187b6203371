import type { Target } from '../../catalog/schema.ts';
import { isPlain } from '../../catalog/target-kinds.ts';
import { mechanismsOf, type Verdict } from '../verdict.ts';

/** A target that probes a name over plain HTTP to see what the network injects. */
export function isPlainHttpCheck(target: Target): boolean {
  return isPlain(target) && !target.votes;
}

/**
 * Adds a block page or refusal seen over plain HTTP to the verdict on a service that is already blocked or likely
 * blocked. No messenger uses plain HTTP, so alone it proves nothing about the service.
 */
export function addPlainHttpBlock(verdict: Verdict, plain: readonly Verdict[]): Verdict {
  const page = plain.find((one) => one.state === 'blocked');
  if (page === undefined) return verdict;
  if (verdict.state !== 'blocked' && verdict.state !== 'likely_blocked') return verdict;
  // Behind a filter of one's own, whoever shows the page is unknown.
  if (verdict.locus === 'local') return verdict;
  const proven = verdict.state === 'blocked' ? verdict : { ...verdict, ...proofOf(page) };
  return { ...proven, mechanisms: mechanismsOf([verdict, page]), artefact: true };
}

function proofOf({ state, confidence, locus, reason }: Verdict): Partial<Verdict> {
  return { state, confidence, locus, reason };
}
