import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserName } from '../../tests/lab/browsers/prepare.ts';
import {
  agreementOf,
  type Compared,
  compareOutcomes,
  promisedShare,
} from '../../tests/lab/judge/compare.ts';
import { forBrowser } from '../../tests/lab/judge/for-browser.ts';
import { lineOf, type Outcome } from '../../tests/lab/judge/report.ts';
import { scenarios } from '../../tests/lab/scenarios/index.ts';
import type { Scenario } from '../../tests/lab/scenarios/scenario.ts';
import { root } from '../setup/index.mjs';
import { type LabOptions, workersFor } from './commands.ts';
import { renderComparison } from './comparison-page.ts';
import { playAll, type Task } from './play-all.ts';

const memory = path.join(root, 'tests/lab/judge/compared.json');
const page = path.join(root, 'docs/firefox.md');

/**
 * Plays scenarios in both browsers, and writes where their verdicts differ beside what earlier runs have shown. What is
 * done by then stays if it is interrupted.
 * @returns the exit status: 1 if a scenario could not be compared, or too few states of all that were are the same
 */
export async function runComparison(
  wanted: readonly Scenario[],
  options: LabOptions,
): Promise<number> {
  const known = new Set(options.unplayed ? remembered().map(({ scenario }) => scenario) : []);
  const chosen = wanted.filter(({ name }) => !known.has(name));
  const played = new Map<string, Partial<Record<BrowserName, Outcome>>>();
  let missing = chosen.length;
  await playAll(chosen.flatMap(inBoth), {
    workers: workersFor({ ...options, browser: 'firefox' }),
    onOutcome: (outcome, { browser }) => {
      process.stdout.write(`${browser.padEnd(8)}  ${lineOf(outcome)}\n`);
      // Complaints about a round are what is compared; those without one tell why there is none.
      if (outcome.round === null) process.stdout.write(`${outcome.complaints.join('\n')}\n`);
      const { name } = outcome.scenario;
      const outcomes = { ...played.get(name), [browser]: outcome };
      played.set(name, outcomes);
      const scenario = chosen.find((one) => one.name === name);
      const compared = scenario && compareOutcomes(scenario, outcomes);
      if (!compared) return;
      remember(compared);
      missing -= 1;
    },
  });
  process.stdout.write(
    `${chosen.length - missing} compared, ${missing} could not be; see docs/firefox.md\n`,
  );
  return missing === 0 && agreeEnough(remembered()) ? 0 : 1;
}

function agreeEnough(all: readonly Compared[]): boolean {
  const { services, states } = agreementOf(all);
  const agree = states >= services * promisedShare;
  if (!agree) {
    process.stdout.write(
      `${states} of ${services} states are the same, less than ${promisedShare * 100} %\n`,
    );
  }
  return agree;
}

function inBoth(scenario: Scenario): Task[] {
  return (['chromium', 'firefox'] as const).map((browser) => ({
    scenario: forBrowser(scenario, browser),
    run: 1,
    browser,
  }));
}

function remembered(): Compared[] {
  return existsSync(memory) ? JSON.parse(readFileSync(memory, 'utf8')) : [];
}

/** Puts it in the order of the scenarios, and drops those that are no more. */
function remember(found: Compared): void {
  const byName = new Map([...remembered(), found].map((one) => [one.scenario, one]));
  const all = scenarios.flatMap(({ name }) => byName.get(name) ?? []);
  writeFileSync(memory, `${JSON.stringify(all, null, 2)}\n`);
  writeFileSync(page, renderComparison(all, scenarios.length));
}
