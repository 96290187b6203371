import { stripVTControlCharacters } from 'node:util';
import {
  type BrowserName,
  type PreparedBrowser,
  prepareBrowser,
} from '../../tests/lab/browsers/prepare.ts';
import { complaintsOfFlicker } from '../../tests/lab/judge/flicker.ts';
import { judgeLog, judgeScenario } from '../../tests/lab/judge/judge.ts';
import type { Outcome } from '../../tests/lab/judge/report.ts';
import { play } from '../../tests/lab/run/play.ts';
import { runInLabs } from '../../tests/lab/run/workers.ts';
import type { Scenario } from '../../tests/lab/scenarios/scenario.ts';

export interface Task {
  scenario: Scenario;
  /** 1 for the first run of a scenario, then 2, 3, … */
  run: number;
  browser: BrowserName;
}

export interface PlayOptions {
  workers: number;
  /** Gets each outcome as soon as it is known. */
  onOutcome: (outcome: Outcome, task: Task) => void;
}

const longestRoundMs = 100_000;
const startMs = 180_000;

/** Plays scenarios in new browsers, as many at once as there are workers, and judges each. */
export async function playAll(
  tasks: readonly Task[],
  { workers, onOutcome }: PlayOptions,
): Promise<void> {
  const prepared = new Map<BrowserName, PreparedBrowser>();
  for (const name of new Set(tasks.map(({ browser }) => browser))) {
    prepared.set(name, await prepareBrowser[name]());
  }
  const programs = Object.assign({}, ...[...prepared.values()].map((one) => one.programs));
  await runInLabs(tasks, {
    workers,
    programs,
    limitMs: ({ scenario: { before = [], steadyRounds = 0 } }) =>
      longestRoundMs * (1 + before.length + steadyRounds) + startMs,
    run: async (lab, task) => {
      const launch = prepared.get(task.browser)?.launch;
      if (launch === undefined) throw new Error(`${task.browser} is not prepared`);
      onOutcome(await outcomeOf(task, () => play(lab, launch, task.scenario)), task);
    },
    onError: (task, error) => onOutcome(failed(task, error), task),
  });
}

function failed({ scenario, run }: Task, error: unknown): Outcome {
  const complaints = [`lab: ${firstLine(error)}`];
  return { scenario, run, complaints, tookMs: 0, pressure: null, round: null };
}

async function outcomeOf(
  { scenario, run }: Task,
  played: () => ReturnType<typeof play>,
): Promise<Outcome> {
  const begun = performance.now();
  const { round, earlier, log, pressure } = await played();
  const complaints = [
    ...judgeScenario(scenario, round),
    ...complaintsOfFlicker(scenario, [...earlier, round]),
    ...judgeLog(scenario, log),
  ];
  return {
    scenario,
    run,
    complaints,
    tookMs: Math.round(performance.now() - begun),
    pressure,
    round,
  };
}

function firstLine(error: unknown): string {
  return stripVTControlCharacters(String(error)).split('\n', 1)[0] ?? '';
}
