import type { Target } from '../catalog/schema.ts';
import { mechanismsOf, type Verdict } from './verdict.ts';

/** A name that is asked in plain HTTP, for what somebody on the way may put in the answer's place. */
export function isPlainHttpCheck(target: Target): boolean {
  return target.kind === 'http' && !target.votes;
}

/**
 * Whether an answer may be anybody's on the way: without TLS, or under an authority that the browser does
 * not know. A portal gives such answers too.
 */
export function acceptsUnauthenticatedAnswer({ kind, rule }: Target): boolean {
  return kind === 'http' || rule === 'cert_authority_error_or_http';
}

/**
 * Adds to a service that is cut off what is answered in plain HTTP in its place: a page or a refusal that
 * says so. No messenger speaks plain HTTP, so alone it says nothing of the service.
 */
export function addPlainHttpBlock(verdict: Verdict, plain: readonly Verdict[]): Verdict {
  const page = plain.find((one) => one.state === 'blocked');
  if (page === undefined) return verdict;
  if (verdict.state !== 'blocked' && verdict.state !== 'likely_blocked') return verdict;
  const proven = verdict.state === 'blocked' ? verdict : { ...verdict, ...proofOf(page) };
  return { ...proven, mechanisms: mechanismsOf([verdict, page]), artefact: true };
}

function proofOf({ state, confidence, locus, reason }: Verdict): Partial<Verdict> {
  return { state, confidence, locus, reason };
}
