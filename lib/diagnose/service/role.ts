import type { ServiceRole } from '../../catalog/schema.ts';
import type { Reason } from '../../model/reason.ts';
import {
  insufficient,
  isFailureState,
  isOverOld,
  mechanismsOf,
  reachedBy,
  type Verdict,
  worst,
} from '../verdict.ts';

/** Draws a role's verdict from those of its voting targets. */
export function diagnoseRole(role: ServiceRole, targets: readonly Verdict[]): Verdict {
  const works = targets.filter((one) => one.state === 'ok');
  const voters = works.length > 0 ? targets.filter((one) => !isStaleEntry(one)) : targets;
  const fails = voters.filter((one) => isFailureState(one.state) || one.state === 'impaired');
  const unknown = voters.find((one) => one.state === 'insufficient');

  // An artefact beside an answer is not made untrue by another target's answer.
  if (works.length > 0 && fails.some(isArtefactBesideAnswer)) return impairedBy(fails, works);
  const isEnough = role.match === 'any' && !fails.some(isTransferTrouble);
  if (works.length > 0 && (isEnough || works.length === voters.length)) {
    const plainly = works.filter(({ reason }) => reason === 'got-through');
    return reachedBy(role.match === 'any' && plainly.length > 0 ? plainly : works);
  }
  if (works.length > 0 && fails.length > 0) return impairedBy(fails, works);
  const gravest = worst(fails);
  const decided = fails.length > 0 && (role.match === 'all' || unknown === undefined);
  if (!decided || gravest === undefined) return unknown ?? insufficient('too-few-attempts');
  return { ...gravest, mechanisms: mechanismsOf(fails) };
}

/** A name that no resolver knows while its siblings work is a stale entry of the catalog. */
function isStaleEntry(verdict: Verdict): boolean {
  return verdict.state === 'down' && verdict.reason === 'name-unknown';
}

function isArtefactBesideAnswer({ state, artefact }: Verdict): boolean {
  return state === 'impaired' && artefact;
}

/** Small requests get through and transfers do not. */
export function isTransferTrouble({ reason }: Verdict): boolean {
  return reason === 'transfer-freezes' || reason === 'transfer-crawls';
}

/** What they say of one part holds for the whole, whatever else works. */
const ofTheWhole: readonly Reason[] = ['mostly-fails', 'answers-late'];

/** Whether all parts that fail do so for one reason, and it says no more than is so of the whole. */
function failAlike(fails: readonly Verdict[], works: readonly Verdict[]): boolean {
  const [reason, ...others] = new Set(fails.map((one) => one.reason));
  if (reason === undefined || others.length > 0) return false;
  const worksInPart = fails.every(({ state }) => state === 'impaired');
  return ofTheWhole.includes(reason) || (works.length === 0 && worksInPart);
}

/** The verdict on something that works in part, from the verdicts of the parts that fail and of those that work. */
export function impairedBy(fails: readonly Verdict[], works: readonly Verdict[]): Verdict {
  const gravest = worst(fails);
  const confidence = gravest?.confidence ?? 'low';
  return {
    state: 'impaired',
    // What works only over what was open already may fail as well.
    confidence: confidence === 'high' && works.some(isOverOld) ? 'medium' : confidence,
    locus: gravest?.locus ?? 'unknown',
    mechanisms: mechanismsOf(fails),
    // Where only transfers fail, or everything alike, their reason is more specific.
    reason:
      gravest !== undefined && (fails.every(isTransferTrouble) || failAlike(fails, works))
        ? gravest.reason
        : 'some-roles-fail',
    artefact: fails.some((one) => one.artefact),
  };
}
