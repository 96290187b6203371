import { randomInt } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { forBrowser } from '../tests/lab/judge/for-browser.ts';
import {
  countsOf,
  depthOf,
  isDeepEnough,
  lineOf,
  type Outcome,
  reportOf,
  tableOf,
} from '../tests/lab/judge/report.ts';
import { whyNoNamespaces } from '../tests/lab/network/ip-command.ts';
import { createRandom, shuffle } from '../tests/lab/run/random.ts';
import type { Scenario } from '../tests/lab/scenarios/scenario.ts';
import { tidyUpOnInterrupt } from './browser/interrupt.ts';
import { helpText } from './command-line/help.ts';
import { parseArguments } from './command-line/parse.ts';
import { chosenScenarios } from './lab/chosen-scenarios.ts';
import { type LabOptions, labCommand, workersFor } from './lab/commands.ts';
import { runComparison } from './lab/compare.ts';
import { playAll } from './lab/play-all.ts';
import { runWire } from './lab/wire.ts';
import { say } from './setup/index.mjs';

// The labs clean up on exit; failures caused by the interruption are not reported.
tidyUpOnInterrupt(async () => {});
const parsed = parseArguments(labCommand, process.argv.slice(2));
process.exitCode = parsed.ok ? await main(parsed.options) : refuse(parsed.message);

async function main(options: LabOptions): Promise<number> {
  const wanted = chosenScenarios(options).map((scenario) =>
    options.leavesOutHome ? asPerson(scenario) : scenario,
  );
  const chosen = wanted.map((scenario) => forBrowser(scenario, options.browser));
  if (options.help) return print(helpText(labCommand).trimEnd());
  if (chosen.length === 0) return refuse('No such scenario; --list shows them.');
  if (options.list) {
    return print(chosen.map(({ name, origin }) => `${name}  [${origin}]`).join('\n'));
  }
  const obstacle = whyNoNamespaces();
  if (obstacle !== undefined) {
    say(obstacle);
    return 3;
  }
  if (options.compare) return runComparison(wanted, options);
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

async function run(chosen: readonly Scenario[], options: LabOptions): Promise<number> {
  const report = options.report && path.resolve(process.env.INIT_CWD ?? '.', options.report);
  if (report !== null && !existsSync(path.dirname(report))) {
    return refuse(`--report: found ${report}; allowed: a file in a folder that exists`);
  }
  const seed = options.seed ?? randomInt(2 ** 31);
  const workers = workersFor(options);
  const startedAt = new Date().toISOString();
  print(`Seed ${seed}, ${chosen.length} scenarios, ${workers} workers`);
  const runs = Array.from({ length: options.repeat }, (_, index) => index + 1);
  const tasks = shuffle(
    runs.flatMap((number) =>
      chosen.map((scenario) => ({ scenario, run: number, browser: options.browser })),
    ),
    createRandom(seed),
  );
  const outcomes: Outcome[] = [];
  const note = (outcome: Outcome): void => {
    outcomes.push(outcome);
    print(lineOf(outcome));
  };
  await playAll(tasks, { workers, onOutcome: note });
  if (report !== null) {
    writeFileSync(report, reportOf(outcomes, { seed, browser: options.browser, startedAt }));
  }
  return conclude(outcomes);
}

function conclude(outcomes: readonly Outcome[]): number {
  const { passed, failed } = countsOf(outcomes);
  const depth = depthOf(outcomes);
  const { expected, reached } = depth;
  if (failed > 0) print(['', ...tableOf(outcomes), ''].join('\n'));
  if (expected > 0) print(`Deepest label reached: ${reached} of ${expected}`);
  print(`${passed} passed, ${failed} failed`);
  if (!isDeepEnough(depth)) print('Too few: steady blocks are to be named in 97 of 100');
  return failed === 0 && isDeepEnough(depth) ? 0 : 1;
}

function refuse(message: string): number {
  say(message);
  return 2;
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
