import type { Round } from '../../../lib/model/round.ts';
import type { ServiceResult } from '../../../lib/model/service.ts';
import type { BrowserName } from '../browsers/prepare.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { areApart, freezeOffset } from './freeze-offset.ts';
import type { Outcome } from './report.ts';

/** What two browsers say of services in one scenario, where it is not the same. */
export interface Difference {
  services: string[];
  /** State and mechanisms in Chromium, such as `blocked: tls.reset.sni`, with the offset of a freeze if that differs. */
  chromium: string;
  firefox: string;
  /** Whether the states differ, and not the mechanisms alone. */
  ofState: boolean;
  why: string;
}

/** One scenario in both browsers; the file of all of them is the memory of earlier runs. */
export interface Compared {
  scenario: string;
  /** Versions, such as `Chromium 156.0.0.0`. */
  browsers: string[];
  /** How many services were judged. */
  services: number;
  differences: Difference[];
}

/** Null while either browser has recorded no round. */
export function compareOutcomes(
  scenario: Scenario,
  { chromium, firefox }: Partial<Record<BrowserName, Outcome>>,
): Compared | null {
  if (!chromium?.round || !firefox?.round) return null;
  const pairs = pairsOf(chromium.round, firefox.round);
  const different = pairs.filter((pair) => wordsOf(pair.one, pair) !== wordsOf(pair.other, pair));
  const groups = Map.groupBy(
    different,
    (pair) => `${wordsOf(pair.one, pair)}\n${wordsOf(pair.other, pair)}`,
  );
  return {
    scenario: scenario.name,
    browsers: [chromium, firefox].map(({ round }) => round?.software.browser ?? 'unknown'),
    services: pairs.length,
    differences: [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const services = group.map(({ one }) => one.id);
      const faults = firefox.complaints.filter((line) =>
        services.some((id) => line.startsWith(id)),
      );
      return [
        {
          services,
          chromium: wordsOf(first.one, first),
          firefox: wordsOf(first.other, first),
          ofState: first.one.roundState !== first.other.roundState,
          why: faults[0] === undefined ? reasonFor(scenario, first) : `a fault: ${faults[0]}`,
        },
      ];
    }),
  };
}

/** Of the states that the product promises to be the same in both browsers. */
export const promisedShare = 0.98;

/** Verdicts of all that was compared: how many there are, and in how many the words and the states are the same. */
export function agreementOf(all: readonly Compared[]): {
  services: number;
  alike: number;
  states: number;
} {
  const services = all.reduce((sum, one) => sum + one.services, 0);
  const differences = all.flatMap((one) => one.differences);
  const count = (some: readonly Difference[]) =>
    some.reduce((sum, one) => sum + one.services.length, 0);
  return {
    services,
    alike: services - count(differences),
    states: services - count(differences.filter(({ ofState }) => ofState)),
  };
}

interface Pair {
  one: ServiceResult;
  other: ServiceResult;
}

function pairsOf(chromium: Round, firefox: Round): Pair[] {
  return chromium.services.flatMap((one) => {
    const other = firefox.services.find(({ id }) => id === one.id);
    return other === undefined ? [] : [{ one, other }];
  });
}

function wordsOf(service: ServiceResult, pair: Pair): string {
  const { roundState, mechanisms } = service;
  const words = [roundState, mechanisms.toSorted().join(', ')].filter((part) => part !== '');
  const offset = offsetsDiffer(pair) ? ` at ${freezeOffset(service)} B` : '';
  return words.join(': ') + offset;
}

function offsetsDiffer({ one, other }: Pair): boolean {
  return areApart(freezeOffset(one), freezeOffset(other));
}

/** The judge has allowed what Firefox says; this tells why that is less, or else, than Chromium's. */
function reasonFor({ firefox }: Scenario, pair: Pair): string {
  if (firefox?.why !== undefined) return firefox.why;
  const { one, other } = pair;
  const missing = one.mechanisms.filter((label) => !other.mechanisms.includes(label));
  if (missing.some((label) => label === 'tcp.refused' || label === 'ip.unreachable')) {
    return 'one code for a refusal, "unreachable" and a lost link';
  }
  if (missing.some((label) => label.includes('throttle'))) {
    return 'a frozen HTTP/2 connection stays in use for 68 s';
  }
  if (missing.some((label) => label === 'tcp.timeout' || label.startsWith('tls.timeout'))) {
    return 'it repeats a silent handshake by itself, so silence shows no layer';
  }
  if (offsetsDiffer(pair)) return 'offsets of a freeze more than 20 % apart';
  if (firefox !== undefined) return 'Firefox reveals less here; the scenario says what it may say';
  return 'either is allowed';
}
