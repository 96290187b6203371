import type { BrowserName } from '../../tests/lab/browsers/prepare.ts';
import type { Killable } from '../../tests/lab/run/killable.ts';
import { type FamilyName, families } from '../../tests/lab/scenarios/index.ts';
import type { Command, Values } from '../command-line/command.ts';
import { choice, flag, listOf, place, text, wholeNumber } from '../command-line/option.ts';

const statuses = 'Exit status: 0 all as allowed, 1 complaints, 2 bad usage, 3 no lab possible.';
const browsers: readonly BrowserName[] = ['chromium', 'firefox'];

/** Firefox needs about twice the work to start, and twice the memory. */
const workersOf: Record<BrowserName, number> = { chromium: 6, firefox: 3 };

const inBrowser = choice(browsers, { help: 'in which browser', otherwise: 'chromium' });

const labOptions = {
  only: text({ help: 'only scenarios whose names contain TEXT, whatever the case' }),
  family: listOf(Object.keys(families) as FamilyName[], {
    help: 'only scenarios of these families',
    otherwise: null,
    otherwiseText: 'all',
  }),
  core: flag('only the part that npm test runs'),
  seed: wholeNumber(0, { help: 'the order of an earlier run', otherwise: null }),
  repeat: wholeNumber(1, { help: 'each scenario so often', otherwise: 1 }),
  workers: wholeNumber(1, {
    help: 'so many worlds side by side',
    otherwise: null,
    otherwiseText: `${workersOf.chromium}, of Firefox ${workersOf.firefox}`,
  }),
  leavesOutHome: flag('asks nothing at home through a detour, as a person’s browser does', {
    name: 'leave-out-home',
  }),
  report: place('file', { help: 'writes all rounds and complaints as JSON' }),
  wire: flag('plays a day instead of scenarios, prints what servers saw, and judges it'),
  output: place('file', {
    help: "with --wire: also puts the table between the browser's marks in FILE (docs/visibility.md)",
  }),
  compare: flag('plays them in both browsers, and puts the differences into docs/firefox.md'),
  unplayed: flag('with --compare: only those that were not compared yet'),
  list: flag('prints the names and origins, and runs nothing'),
  browser: inBrowser,
};

export type LabOptions = Values<typeof labOptions>;

export const labCommand: Command<typeof labOptions> = {
  usage: 'npm run lab -- [options]',
  summary: "Judges the verdicts of real browsers in the lab's worlds",
  options: labOptions,
  notes: `Families: ${Object.keys(families).join(', ')}

${statuses}`,
};

/** The number of worlds that run in parallel: as given, or the browser's default. */
export function workersFor({ browser, workers }: Pick<LabOptions, 'browser' | 'workers'>): number {
  return workers ?? workersOf[browser];
}

const killableNames: readonly Killable[] = [
  'checks',
  'deletion',
  'probe',
  'version-1',
  'version-2',
  'version-3',
];

const soakOptions = {
  rounds: wholeNumber(1, { help: 'so many rounds', otherwise: 200 }),
  kills: wholeNumber(1, {
    help: 'instead kills the browser so often while it writes the history, and looks what is left of that',
    otherwise: null,
  }),
  during: choice(killableNames, {
    help: "with --kills: while it writes that, or brings a version's history up to date; probe: while npm run check runs for long",
    otherwise: 'checks',
  }),
  seed: wholeNumber(0, { help: 'the faults of an earlier run', otherwise: null }),
  browser: inBrowser,
};

export type SoakOptions = Values<typeof soakOptions>;

export const soakCommand: Command<typeof soakOptions> = {
  usage: 'npm run soak -- [options]',
  summary: 'Runs round after round in one browser, with faults by chance',
  options: soakOptions,
  notes: statuses,
};
