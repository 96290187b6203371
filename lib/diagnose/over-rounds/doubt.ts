import { hostOf } from '../../catalog/host-of.ts';
import type { Service } from '../../catalog/schema.ts';
import { isTransfer } from '../../catalog/target-kinds.ts';
import type { TargetResult } from '../../model/service.ts';
import type { Standing, WithheldName } from '../../model/standing.ts';
import { failuresOf } from '../../observe/evidence.ts';
import type { RoundEvidence } from '../evidence/round-evidence.ts';
import type { ServiceVerdict } from '../service/service.ts';
import { failsAtOneAddress } from '../target/pairs.ts';
import { isRecent } from '../target/withheld.ts';

/** What passes within minutes and looks like a block until then. */
export type Doubt =
  /** A resolver's wrong answer, which it keeps: rounds within minutes observe it once. */
  | 'kept-answer'
  /** One of a name's addresses is out of order, and the browser keeps to it for a while. */
  | 'one-address';

interface Seen {
  service: Service;
  verdict: Pick<ServiceVerdict, 'state' | 'locus' | 'mechanisms' | 'targets'>;
  /** Names that only the system's resolver withholds, after this round. */
  withheld: readonly WithheldName[];
  before: Pick<Standing, 'state'> | undefined;
}

/** The doubt that is left where a service is likely blocked by failures of which it explains all. */
export function doubtOf(
  { service, verdict, withheld, before }: Seen,
  {
    addressProbes,
    startedAt: at,
    trigger,
  }: Pick<RoundEvidence, 'addressProbes' | 'startedAt' | 'trigger'>,
): Doubt | null {
  // A filter of one's own has shown itself.
  if (verdict.state !== 'likely_blocked' || verdict.locus === 'local') return null;
  const isFirst = before === undefined || before.state === 'insufficient';
  // A person who asks may make no other check.
  if (isFirst && trigger === 'manual') return null;
  const results = votersOf(service, verdict);
  const failing = results.filter(({ state }) => state === 'likely_blocked');
  const recent = withheld.filter((one) => isRecent(one, at));
  if (isOneNameOf(recent, failing) && !verdict.mechanisms.includes('dns.timeout')) {
    // Of a service whose every name fails nothing else may tell.
    return isFirst && !results.some(({ state }) => state === 'ok') ? null : 'kept-answer';
  }
  const isAtOneAddress = ({ name, attempts }: Voter) =>
    failsAtOneAddress({ name, kinds: failuresOf(attempts) }, addressProbes);
  return failing.every(isAtOneAddress) ? 'one-address' : null;
}

type Voter = TargetResult & { name: string };

function votersOf({ targets }: Service, { targets: results }: Seen['verdict']): Voter[] {
  return targets
    .filter((target) => target.votes && !isTransfer(target))
    .flatMap((target) => {
      const result = results.find(({ id }) => id === target.id);
      return result === undefined ? [] : [{ ...result, name: hostOf(target) }];
    });
}

function isOneNameOf(withheld: readonly WithheldName[], failing: readonly Voter[]): boolean {
  const [name, ...others] = new Set(failing.map((one) => one.name));
  return others.length === 0 && withheld.some((one) => one.name === name);
}
