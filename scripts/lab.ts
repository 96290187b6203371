import { randomInt } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { prepareBrowser } from '../tests/lab/browsers/prepare.ts';
import { forBrowser } from '../tests/lab/judge/for-browser.ts';
import { judgeLog, judgeScenario } from '../tests/lab/judge/judge.ts';
import {
  countsOf,
  depthOf,
  lineOf,
  type Outcome,
  reportOf,
  tableOf,
} from '../tests/lab/judge/report.ts';
import { whyNoNamespaces } from '../tests/lab/network/ip-command.ts';
import { play } from '../tests/lab/run/play.ts';
import { createRandom, shuffle } from '../tests/lab/run/random.ts';
import { runInLabs } from '../tests/lab/run/workers.ts';
import { scenarios } from '../tests/lab/scenarios/index.ts';
import type { Scenario } from '../tests/lab/scenarios/scenario.ts';
import { tidyUpOnInterrupt } from './browser/interrupt.ts';
import { helpText } from './command-line/help.ts';
import { parseArguments } from './command-line/parse.ts';
import { type LabOptions, labCommand, workersFor } from './lab/commands.ts';
import { runWire } from './lab/wire.ts';
import { say } from './setup/index.mjs';

const longestRoundMs = 100_000;
const startMs = 180_000;

// The labs clean up on exit; failures caused by the interruption are not reported.
tidyUpOnInterrupt(async () => {});
const parsed = parseArguments(labCommand, process.argv.slice(2));
process.exitCode = parsed.ok ? await main(parsed.options) : refuse(parsed.message);

async function main(options: LabOptions): Promise<number> {
  const chosen = scenarios
    .filter((scenario) => isChosen(scenario, options))
    .map((scenario) => forBrowser(scenario, options.browser))
    .map((scenario) => (options.leavesOutHome ? asPerson(scenario) : scenario));
  if (options.help) return print(helpText(labCommand).trimEnd());
  if (chosen.length === 0) return refuse('No scenario has such a name; --list shows them.');
  if (options.list) {
    return print(chosen.map(({ name, origin }) => `${name}  [${origin}]`).join('\n'));
  }
  const obstacle = whyNoNamespaces();
  if (obstacle !== undefined) {
    say(obstacle);
    return 3;
  }
  return options.wire ? wire(options) : run(chosen, options);
}

function wire(options: LabOptions): number | Promise<number> {
  const output = options.output && path.resolve(process.env.INIT_CWD ?? '.', options.output);
  if (output !== null && !existsSync(output)) {
    return refuse(`--output: found ${output}; allowed: a file with marks for the table`);
  }
  return runWire({ ...options, output });
}

/** Without what `npm run check` and these scenarios ask for beyond a person's defaults. */
function asPerson(scenario: Scenario): Scenario {
  return { ...scenario, browser: { ...scenario.browser, leavesOutHome: true } };
}

function isChosen({ name, core }: Scenario, options: LabOptions): boolean {
  if (options.core && core !== true) return false;
  return name.toLowerCase().includes((options.only ?? '').toLowerCase());
}

async function run(chosen: readonly Scenario[], options: LabOptions): Promise<number> {
  const report = options.report && path.resolve(process.env.INIT_CWD ?? '.', options.report);
  if (report !== null && !existsSync(path.dirname(report))) {
    return refuse(`--report: found ${report}; allowed: a file in a folder that exists`);
  }
  const { programs, launch } = await prepareBrowser[options.browser]();
  const seed = options.seed ?? randomInt(2 ** 31);
  const workers = workersFor(options);
  const startedAt = new Date().toISOString();
  print(`Seed ${seed}, ${chosen.length} scenarios, ${workers} workers`);
  const runs = Array.from({ length: options.repeat }, (_, index) => index + 1);
  const tasks = shuffle(
    runs.flatMap((number) => chosen.map((scenario) => ({ scenario, run: number }))),
    createRandom(seed),
  );
  const outcomes: Outcome[] = [];
  const note = (outcome: Outcome): void => {
    outcomes.push(outcome);
    print(lineOf(outcome));
  };
  await runInLabs(tasks, {
    workers,
    programs,
    limitMs: ({ scenario }) => longestRoundMs * (1 + (scenario.before?.length ?? 0)) + startMs,
    run: async (lab, task) => note(await outcomeOf(task, () => play(lab, launch, task.scenario))),
    onError: (task, error) =>
      note({
        ...task,
        complaints: [`lab: ${firstLine(error)}`],
        tookMs: 0,
        pressure: null,
        round: null,
      }),
  });
  if (report !== null) {
    writeFileSync(report, reportOf(outcomes, { seed, browser: options.browser, startedAt }));
  }
  return conclude(outcomes);
}

async function outcomeOf(
  task: { scenario: Scenario; run: number },
  played: () => ReturnType<typeof play>,
): Promise<Outcome> {
  const begun = performance.now();
  const { round, log, pressure } = await played();
  const complaints = [...judgeScenario(task.scenario, round), ...judgeLog(task.scenario, log)];
  return { ...task, complaints, tookMs: Math.round(performance.now() - begun), pressure, round };
}

function firstLine(error: unknown): string {
  return stripVTControlCharacters(String(error)).split('\n', 1)[0] ?? '';
}

function conclude(outcomes: readonly Outcome[]): number {
  const { passed, failed } = countsOf(outcomes);
  const { expected, reached } = depthOf(outcomes);
  if (failed > 0) print(['', ...tableOf(outcomes), ''].join('\n'));
  if (expected > 0) print(`Deepest label reached: ${reached} of ${expected}`);
  print(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function refuse(message: string): number {
  say(message);
  return 2;
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
