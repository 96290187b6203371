import type { Mechanism } from '../../model/mechanism.ts';
import type { Reason } from '../../model/reason.ts';
import type { TargetWindow, Try } from '../../model/standing.ts';
import { insufficient, reached, type Verdict } from '../verdict.ts';
import { strayNameSharesAfter } from './stray-names.ts';
import {
  chance,
  endsInSteadyFailure,
  latestFailures,
  withoutKeptAnswers,
  withoutLongRuns,
} from './window.ts';

/** Of all tries of other services on this network, the share of each kind of failure, 0 to 1. */
export type StrayShares = ReadonlyMap<Mechanism, number>;

/** A run of failures this improbable by chance is none, though thousands of targets are tried in a year. */
export const improbable = 1e-6;

/** Services or neutral sites that fail alike show that the network does it: one may be out of order, or be meant. */
const ownersAlike = 2;

/** What takes an answer, and is not explained by lost packets: labels, and the kind of failure behind them. */
const answered: Partial<Record<Mechanism, Mechanism>> = {
  reset: 'reset',
  'tls.reset': 'reset',
  'tls.alert': 'tls.alert',
  'tcp.refused': 'tcp.refused',
  'ip.unreachable': 'ip.unreachable',
  'dns.error': 'dns.error',
  'tls.mitm': 'tls.mitm',
};

const serverError: Mechanism = 'http.error';
/** A resolver that fails for a while may not come back within the round. */
const nameError: Mechanism = 'dns.error';

/** What a proof rests on: failures of some kinds, which a network may also produce wherever connections lead. */
interface Resting {
  on: Mechanism[];
  /** What is said without the proof. */
  reason: Reason;
  mechanism: Mechanism;
}

const resting: Partial<Record<Reason, Resting>> = {
  'cut-off-by-name': { on: ['reset'], reason: 'cut-off', mechanism: 'tls.reset' },
  'silent-by-name': {
    on: ['timeout', 'tcp.timeout', 'tls.timeout'],
    reason: 'no-answer',
    mechanism: 'tls.timeout',
  },
  'handshake-fails-by-name': {
    on: ['tls.alert'],
    reason: 'handshake-fails',
    mechanism: 'tls.alert',
  },
  'foreign-certificate': {
    on: ['tls.mitm'],
    reason: 'foreign-certificate',
    mechanism: 'tls.mitm',
  },
};

/**
 * How often connections fail on this network wherever they lead. What fails of one service alone is its own.
 * @param services the windows of each after the round; targets that fail steadily are left out
 * @param neutral the tries of each neutral site in the round
 * @returns the shares of failures among the tries of all services but one, by its index, or among those of neutral sites
 */
export function straySharesAfter(
  services: readonly (readonly TargetWindow[])[],
  neutral: readonly (readonly Try[])[],
): (index: number) => StrayShares {
  const counted = services.map((windows) =>
    windows
      .filter((one) => !one.mostlyFails && !endsInSteadyFailure(one.tries))
      .flatMap((one) => withoutLongRuns(one.tries)),
  );
  const ofNeutral = [...sharesAmong(neutral.filter((tries) => !failsEachTime(tries)))];
  const strayNamesFor = strayNameSharesAfter(services, neutral);
  return (index) => {
    const others = services.filter((_windows, other) => other !== index).flat();
    const seen = [...neutral, ...others.map(({ tries }) => tries)];
    const shares = sharesAmong(counted.filter((_tries, other) => other !== index));
    for (const [kind, share] of ofNeutral) {
      const isOfWay =
        kind !== serverError &&
        (kind === nameError || seen.some((tries) => comesAndGoes(kind, tries)));
      if (isOfWay) shares.set(kind, Math.max(share, shares.get(kind) ?? 0));
    }
    shares.set(nameError, Math.max(strayNamesFor(index), shares.get(nameError) ?? 0));
    return shares;
  };
}

/** It may be on a list of sites. */
function failsEachTime(tries: readonly Try[]): boolean {
  return tries.length > 1 && tries.every(({ ok }) => !ok);
}

function comesAndGoes(kind: Mechanism, tries: readonly Try[]): boolean {
  return tries.some(({ ok }) => ok) && tries.some(({ mechanism }) => mechanism === kind);
}

function sharesAmong(owners: readonly (readonly Try[])[]): Map<Mechanism, number> {
  const all = owners.flat();
  const kinds = new Set(all.flatMap(({ mechanism }) => mechanism ?? []));
  const isAlike = (kind: Mechanism) =>
    owners.filter((tries) => tries.some((one) => one.mechanism === kind)).length >= ownersAlike;
  return new Map(
    [...kinds].filter(isAlike).map((kind) => {
      const failed = all.filter(({ mechanism }) => mechanism === kind);
      return [kind, failed.length / all.length];
    }),
  );
}

/** A proof is none while its failures may be such as the network produces everywhere. */
export function unlessProofIsStray(
  verdict: Verdict,
  tries: readonly Try[],
  shares: StrayShares,
): Verdict {
  const rests = resting[verdict.reason];
  if (verdict.state !== 'blocked' || rests === undefined) return verdict;
  if (probabilityOf(rests.on, tries, shares) < improbable) return verdict;
  return { ...withoutProof, mechanisms: [rests.mechanism], reason: rests.reason };
}

/** How many certificates are forged beside those of one service. */
interface ForgeriesElsewhere {
  strays: StrayShares;
  /** Whether any neutral site's was. */
  sitesForged: boolean;
}

/**
 * Where certificates of neutral sites are forged now and then, some beside an answer show nothing of a service: so many
 * are forged of other services, or of neutral sites themselves.
 */
export function unlessForgeryIsStray(
  verdict: Verdict,
  tries: readonly Try[],
  elsewhere: ForgeriesElsewhere,
): Verdict {
  if (verdict.state !== 'impaired' || verdict.reason !== 'foreign-certificate') return verdict;
  if (verdict.mechanisms.some((one) => one !== 'tls.mitm')) return verdict;
  return areForgeriesStray(tries, elsewhere) ? reached('medium') : verdict;
}

/** Whether nothing is against a service, or one of its targets, but forged certificates, and no more of them than are forged elsewhere. */
export function hasStrayForgeriesAlone(
  tries: readonly Try[],
  elsewhere: ForgeriesElsewhere,
): boolean {
  const isAlone = tries.every(({ ok, mechanism }) => ok || mechanism === 'tls.mitm');
  return isAlone && areForgeriesStray(tries, elsewhere);
}

function areForgeriesStray(
  tries: readonly Try[],
  { strays, sitesForged }: ForgeriesElsewhere,
): boolean {
  if (!sitesForged) return false;
  const forged = tries.filter(({ mechanism }) => mechanism === 'tls.mitm').length;
  return atLeast(forged, tries.length, strays.get('tls.mitm') ?? 0) >= improbable;
}

/**
 * Where requests are answered with errors now and then wherever they lead, as by a gateway that is overloaded, a few errors
 * in a row are nothing. An outage takes services and neutral sites with it as well, but steadily, and never all of these.
 * @param neutralErrors the share of neutral sites that are answered so, 0 to 1: no run is left out of it
 */
export function unlessErrorIsStray(
  verdict: Verdict,
  tries: readonly Try[],
  { strays, neutralErrors }: { strays: StrayShares; neutralErrors: number },
): Verdict {
  if (verdict.reason !== 'server-error') return verdict;
  if (neutralErrors === 1) return insufficient('too-few-attempts');
  const ofServices = strays.get(serverError);
  if (ofServices === undefined) return verdict;
  const shares = new Map([[serverError, Math.max(ofServices, neutralErrors)]]);
  const isChance = probabilityOf([serverError], tries, shares) >= chance.probability;
  return isChance ? insufficient('too-few-attempts') : verdict;
}

/** The probability of as many failures among the tries, or more, where each fails with the share (binomial). */
function atLeast(failures: number, tries: number, share: number): number {
  let exactly = (1 - share) ** tries;
  let fewer = 0;
  for (let count = 0; count < failures; count += 1) {
    fewer += exactly;
    exactly *= ((tries - count) / (count + 1)) * (share / (1 - share));
  }
  return 1 - fewer;
}

/**
 * Where many connections fail alike wherever they lead, a few failures in a row are nothing; nor is a longer row of forged
 * certificates beside neutral sites that show some.
 */
export function unlessStray(
  verdict: Verdict,
  tries: readonly Try[],
  elsewhere: ForgeriesElsewhere,
): Verdict {
  if (verdict.state !== 'likely_blocked') return verdict;
  const kinds = verdict.mechanisms.map((one) => answered[one]);
  const isForged = verdict.mechanisms.join() === 'tls.mitm';
  const isChance =
    (isForged && hasStrayForgeriesAlone(tries, elsewhere)) ||
    probabilityOf(kinds, tries, elsewhere.strays) >= chance.probability;
  return isChance ? insufficient('too-few-attempts') : verdict;
}

const withoutProof = {
  state: 'likely_blocked',
  confidence: 'medium',
  locus: 'unknown',
  artefact: false,
} as const;

/** How probable the latest run of failures is, where they are of these kinds; 0 where one of them is none of chance. */
function probabilityOf(
  kinds: readonly (Mechanism | undefined)[],
  tries: readonly Try[],
  shares: StrayShares,
): number {
  // What has no vote may have got through at the same host since.
  const last = tries.findLastIndex(({ ok }) => !ok);
  const anew = withoutKeptAnswers(tries);
  const { run } = latestFailures(tries.slice(0, last + 1).filter((one) => anew.has(one)));
  if (run === 0 || kinds.length === 0 || kinds.includes(undefined)) return 0;
  const each = [...new Set(kinds)].map((kind) => (kind && shares.get(kind)) ?? 0);
  return each.reduce((sum, share) => sum + share, 0) ** run;
}
