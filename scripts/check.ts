import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commaDialect } from '../lib/export/csv/dialect.ts';
import { tidyUpOnInterrupt } from './browser/interrupt.ts';
import { readCatalogAt } from './check/catalog-file.ts';
import { type CheckOptions, checkCommand } from './check/command.ts';
import { holdsRoute, loadFormat } from './check/format.ts';
import { fileOutput, isClosedPipe, streamOutput } from './check/output.ts';
import { problemOfOutput, problemOfProfile } from './check/places.ts';
import { problemOfExport } from './check/problem-of-export.ts';
import { createResult, type Result } from './check/result.ts';
import { runRounds } from './check/run-rounds.ts';
import { saveHistory } from './check/save-history.ts';
import { createSession, type Session } from './check/session.ts';
import { helpText } from './command-line/help.ts';
import { parseArguments } from './command-line/parse.ts';
import { ensureBuild, ensureChromium, ensureFirefox, reportFailure, say } from './setup/index.mjs';

const interruptedStatus = 130;

// A reader such as `| head` closes the pipe early.
process.stdout.on('error', (error) => {
  if (!isClosedPipe(error)) throw error;
});

await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<void> {
  const parsed = parseArguments(checkCommand, argv);
  if (!parsed.ok) return refuse(parsed.message);
  const options = withAbsolutePaths(parsed.options);
  if (options.help) return print(helpText(checkCommand));
  const problem =
    problemOfExport(options) ??
    (options.output === null ? null : problemOfOutput(options.output)) ??
    (options.profile === null ? null : problemOfProfile(options.profile, options.browser));
  if (problem !== null) return refuse(problem);
  const catalog = options.catalog === null ? null : readCatalogAt(options.catalog);
  if (catalog !== null && 'problem' in catalog) return refuse(catalog.problem);
  try {
    await run(options, catalog?.text ?? null);
  } catch (error) {
    if (isClosedPipe(error)) return;
    reportFailure(error);
    process.exitCode = 3;
  }
}

// npm runs scripts in the repository's folder, and puts the person's current folder into INIT_CWD.
function withAbsolutePaths(options: CheckOptions): CheckOptions {
  const isNpm = ['check', 'start'].includes(process.env.npm_lifecycle_event ?? '');
  const folder = (isNpm ? process.env.INIT_CWD : null) ?? process.cwd();
  const resolve = (place: string | null): string | null => place && path.resolve(folder, place);
  const { catalog, export: saved, output, profile } = options;
  return {
    ...options,
    catalog: resolve(catalog),
    export: resolve(saved),
    output: resolve(output),
    profile: resolve(profile),
  };
}

/** @param catalog the text of a catalogue's file; null for the one that is built in */
async function run(options: CheckOptions, catalog: string | null): Promise<void> {
  const { browser, profile, leavesOutHome } = options;
  const isFirefox = browser === 'firefox';
  const executablePath = await (isFirefox ? ensureFirefox() : ensureChromium());
  const extension = await ensureBuild(isFirefox ? 'firefox-research' : 'research');
  const checks = options.export === null;
  const place = { browser, executablePath, extension, profile };
  const session = createSession({ ...place, checks, leavesOutHome });
  await (checks ? check(options, { session, catalog }) : saveHistory(options, session));
}

interface Checking {
  session: Session;
  /** The text of a catalogue's file; null for the one that is built in. */
  catalog: string | null;
}

async function check(options: CheckOptions, { session, catalog }: Checking): Promise<void> {
  const result = await openResult(options);
  const end = tidyUpOnInterrupt(async () => {
    try {
      // Rounds that finished before a failure or an interrupt are still worth having.
      const isWritten = await result.end();
      if (isWritten && options.output !== null) say(`Written to ${options.output}`);
    } finally {
      await session.close();
    }
  }, interruptedStatus);
  try {
    const ask = await session.open();
    // A profile may have another one from before.
    await (catalog === null ? ask('useBuiltInCatalog') : ask('useCatalog', { text: catalog }));
    await runRounds(options, {
      ask,
      now: Date.now,
      wait: (ms) => sleep(ms),
      say,
      onRound: (round) => result.add(round),
    });
  } finally {
    await end();
  }
}

async function openResult({ format, output, rounds }: CheckOptions): Promise<Result> {
  const colour = output === null && process.stdout.isTTY && !process.env.NO_COLOR;
  const chosen = await loadFormat(format, { colour });
  return createResult(
    chosen,
    {
      single: rounds === 1,
      routing: holdsRoute(format),
      addresses: true,
      label: null,
      timeZone: null,
      dialect: commaDialect,
    },
    output === null ? streamOutput(process.stdout) : fileOutput(output),
  );
}

function refuse(message: string): void {
  say(message);
  process.exitCode = 2;
}

function print(text: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(text, () => resolve()));
}
