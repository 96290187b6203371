import type { Mechanism } from '../model/mechanism.ts';
import type { Reason } from '../model/reason.ts';
import type { TargetWindow, Try } from '../model/standing.ts';
import { attemptsForLikely } from './repetition.ts';
import type { Verdict } from './verdict.ts';
import { endsInSteadyFailure, latestFailures } from './window.ts';

/** Of all tries that failed or got through on this network, the share of each kind of failure, 0 to 1. */
export type StrayShares = ReadonlyMap<Mechanism | null, number>;

/** A run of failures this improbable by chance is none, though thousands of targets are tried in a year. */
const improbable = 1e-6;

/** What a proof by a pair rests on: failures of a kind, which a network may also produce wherever connections lead. */
const resting: Partial<Record<Reason, { on: Mechanism; reason: Reason; mechanism: Mechanism }>> = {
  'cut-off-by-name': { on: 'reset', reason: 'cut-off', mechanism: 'tls.reset' },
  'handshake-fails-by-name': {
    on: 'tls.alert',
    reason: 'handshake-fails',
    mechanism: 'tls.alert',
  },
};

/**
 * How often connections fail on this network wherever they lead.
 * @param windows after the round, of all targets; those that fail steadily are left out
 */
export function strayShares(windows: readonly TargetWindow[]): StrayShares {
  const tries = windows
    .filter((one) => !one.mostlyFails && !endsInSteadyFailure(one.tries))
    .flatMap((one) => withoutLongRuns(one.tries));
  const failed = tries.filter(({ ok }) => !ok);
  const kinds = new Set(failed.map(({ mechanism }) => mechanism));
  return new Map(
    [...kinds].map((kind) => [
      kind,
      failed.filter(({ mechanism }) => mechanism === kind).length / tries.length,
    ]),
  );
}

/** Without runs of as many failures as a verdict needs: those are of a block, if only of one that has ended. */
function withoutLongRuns(tries: readonly Try[]): Try[] {
  const runs: Try[][] = [];
  for (const one of tries) {
    const run = runs.at(-1);
    if (run?.[0]?.ok === one.ok) run.push(one);
    else runs.push([one]);
  }
  return runs.filter(([first, ...more]) => first?.ok || more.length + 1 < attemptsForLikely).flat();
}

/** A proof by a pair is none while its failures may be such as the network produces everywhere. */
export function unlessStray(
  verdict: Verdict,
  window: TargetWindow | undefined,
  shares: StrayShares,
): Verdict {
  const rests = resting[verdict.reason];
  if (verdict.state !== 'blocked' || rests === undefined || window === undefined) return verdict;
  const { run } = latestFailures(window.tries);
  const probability = (shares.get(rests.on) ?? 0) ** run;
  if (run === 0 || probability < improbable) return verdict;
  return {
    ...verdict,
    state: 'likely_blocked',
    confidence: 'medium',
    locus: 'unknown',
    mechanisms: [rests.mechanism],
    reason: rests.reason,
    artefact: false,
  };
}
