import type { Round } from '../../../lib/model/round.ts';
import type { ServiceResult } from '../../../lib/model/service.ts';
import type { ServiceState } from '../../../lib/model/state.ts';
import type { Expectation, Scenario } from '../scenarios/scenario.ts';
import { durationOf, expectationFor } from './judge.ts';

export interface Outcome {
  scenario: Scenario;
  /** 1 for the first run of a scenario, then 2, 3, … */
  run: number;
  complaints: string[];
  /** From the browser's start to its end, in milliseconds. */
  tookMs: number;
  /** Share of the round in which work waited for a processor, 0 to 1: shows how reliable times are. */
  pressure: number | null;
  /** Null if no round was recorded. */
  round: Round | null;
}

export interface Depth {
  /** Services reported as blocked or likely blocked for which the deepest label is known. */
  expected: number;
  /** Of these, the services with exactly that label. */
  reached: number;
  /** Null if none was expected. */
  share: number | null;
}

/** Of steady blocks, so many labels at least are the deepest; told where so many were counted, as one miss is chance. */
const deepEnough = { share: 0.97, of: 100 };

const blocked: ServiceState[] = ['blocked', 'likely_blocked', 'impaired'];

/** How often the reported mechanisms are the deepest that the evidence supports. */
export function depthOf(outcomes: readonly Outcome[]): Depth {
  const judged = outcomes.flatMap(({ scenario, round }) =>
    (round?.services ?? []).map((service) => ({
      service,
      expected: expectationFor(scenario, service.id),
    })),
  );
  const counted = judged.filter(
    ({ service, expected }) =>
      isBlockedExpectation(expected) && blocked.includes(service.roundState),
  );
  const reached = counted.filter(isDeepest).length;
  const expected = counted.length;
  return { expected, reached, share: expected === 0 ? null : reached / expected };
}

export function isDeepEnough({ expected, share }: Depth): boolean {
  return share === null || share >= deepEnough.share || expected < deepEnough.of;
}

function isBlockedExpectation({ states, deepest, deepestOneOf }: Expectation): boolean {
  const isKnown = (deepest ?? deepestOneOf) !== undefined;
  return isKnown && states.some((state) => blocked.includes(state));
}

function isDeepest({ service, expected }: { service: ServiceResult; expected: Expectation }) {
  const { mechanisms } = service;
  const { deepest, deepestOneOf = [] } = expected;
  if (deepest === undefined) {
    return mechanisms.length === 1 && deepestOneOf.some((one) => mechanisms.includes(one));
  }
  return mechanisms.length === deepest.length && deepest.every((one) => mechanisms.includes(one));
}

/** One line of progress for the terminal. */
export function lineOf({ scenario, run, complaints, tookMs, pressure, round }: Outcome): string {
  const verdict = complaints.length === 0 ? 'ok  ' : 'FAIL';
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`.padStart(7);
  const times = `${seconds(tookMs)}, round ${round ? seconds(durationOf(round)) : '      –'}`;
  const busy = `busy ${pressure === null ? '–' : Math.round(pressure * 100)} %`.padEnd(10);
  return `${verdict} ${times}, ${busy}  ${scenario.name}${run > 1 ? ` (run ${run})` : ''}`;
}

/** All complaints with their scenarios, as aligned lines. */
export function tableOf(outcomes: readonly Outcome[]): string[] {
  const rows = outcomes.flatMap(({ scenario, complaints }) =>
    complaints.map((complaint) => [scenario.name, complaint] as const),
  );
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  return rows.map(([name, complaint]) => `${name.padEnd(width)}  ${complaint}`);
}

/** The report as JSON: all results, and the seed. */
export function reportOf(
  outcomes: readonly Outcome[],
  about: { seed: number; browser: string; startedAt: string },
): string {
  const report = {
    schema: 'dozvon.lab/1',
    ...about,
    summary: { ...countsOf(outcomes), depth: depthOf(outcomes) },
    scenarios: outcomes.map(({ scenario, run, complaints, tookMs, pressure, round }) => ({
      name: scenario.name,
      origin: scenario.origin,
      core: scenario.core ?? false,
      run,
      complaints,
      tookMs,
      pressure,
      roundMs: round && durationOf(round),
      round,
    })),
  };
  return `${JSON.stringify(report, null, 1)}\n`;
}

export function countsOf(outcomes: readonly Outcome[]): { passed: number; failed: number } {
  const passed = outcomes.filter(({ complaints }) => complaints.length === 0).length;
  return { passed, failed: outcomes.length - passed };
}
