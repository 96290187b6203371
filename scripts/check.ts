import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Round } from '../lib/model/round.ts';
import { tidyUpOnInterrupt } from './browser/interrupt.ts';
import type { Ask } from './check/ask.ts';
import { readCatalogAt } from './check/catalog-file.ts';
import { type CheckOptions, checkCommand, serviceIds } from './check/command.ts';
import { loadFormat } from './check/format.ts';
import { createLastingBrowser } from './check/lasting.ts';
import { memoryOfChildren } from './check/memory.ts';
import { fileOutput, isClosedPipe, streamOutput } from './check/output.ts';
import { fileOf, type LastRound } from './check/output-files.ts';
import { problemOfOutput, problemOfProfile } from './check/places.ts';
import { problemOfExport } from './check/problem-of-export.ts';
import { problemOfServices } from './check/problem-of-services.ts';
import { createResult, type Result } from './check/result.ts';
import { resultOptions } from './check/result-options.ts';
import { lastGiven, problemOfFiles, roundsSince } from './check/resume.ts';
import { createRotatingResult } from './check/rotating-result.ts';
import { runRounds, untilNoneRuns } from './check/run-rounds.ts';
import { saveHistory } from './check/save-history.ts';
import { createSession, type Session } from './check/session.ts';
import { helpText } from './command-line/help.ts';
import { parseArguments } from './command-line/parse.ts';
import { ensureBuild, ensureChromium, ensureFirefox, reportFailure, say } from './setup/index.mjs';

const interruptedStatus = 130;
const around = { now: Date.now, wait: (ms: number) => sleep(ms), say };

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
    problemOfFiles(options) ??
    (options.output === null ? null : problemOfOutput(options.output)) ??
    (options.profile === null ? null : problemOfProfile(options.profile));
  if (problem !== null) return refuse(problem);
  const catalog = options.catalog === null ? null : readCatalogAt(options.catalog);
  if (catalog !== null && 'problem' in catalog) return refuse(catalog.problem);
  const known = catalog?.serviceIds ?? serviceIds;
  // A history may have services that no catalogue has: a person's own sites, and such as are checked no more.
  const unknown = options.export === null ? problemOfServices(options.services, known) : null;
  if (unknown !== null) return refuse(unknown);
  const given = options.resume ? lastGiven(options) : { last: [] };
  if ('problem' in given) return refuse(given.problem);
  try {
    await run(options, { catalog: catalog?.text ?? null, last: given.last });
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

interface Found {
  /** The text of a catalogue's file; null for the one that is built in. */
  catalog: string | null;
  /** The last rounds of the files that earlier runs have given; none if none is gone on with. */
  last: readonly LastRound[];
}

async function run(options: CheckOptions, found: Found): Promise<void> {
  const { browser, profile, leavesOutHome } = options;
  const isFirefox = browser === 'firefox';
  const executablePath = await (isFirefox ? ensureFirefox() : ensureChromium());
  const extension = await ensureBuild(isFirefox ? 'firefox-research' : 'research');
  const checks = options.export === null;
  const place = { browser, executablePath, extension, profile };
  const alone = options.rounds !== 1;
  const session = createSession({ ...place, checks, alone, leavesOutHome });
  await (checks ? check(options, { ...found, session }) : saveHistory(options, session));
}

interface Checking extends Found {
  session: Session;
}

async function check(options: CheckOptions, { session, catalog, last }: Checking): Promise<void> {
  const result = await openResult(options);
  const end = tidyUpOnInterrupt(async () => {
    try {
      // Rounds that finished before a failure or an interrupt are still worth having.
      const isWritten = await result.end();
      const { output, rotate } = options;
      if (isWritten && output !== null) say(`Written to ${fileOf(output, rotate, 'DATE')}`);
    } finally {
      await session.close();
    }
  }, interruptedStatus);
  try {
    const ask = await session.open();
    // Another catalogue ends a running round.
    if (last.length > 0) await untilNoneRuns({ ...around, ask });
    // A profile may have another one from before.
    await (catalog === null ? ask('useBuiltInCatalog') : ask('useCatalog', { text: catalog }));
    for await (const round of roundsSince(ask, last)) await result.add(round);
    await runAll(options, { ask, session, result });
  } finally {
    await end();
  }
}

async function runAll(
  options: CheckOptions,
  { ask, session, result }: { ask: Ask; session: Session; result: Result },
): Promise<void> {
  const onRound = (round: Round) => result.add(round);
  if (options.rounds === 1) return runRounds(options, { ...around, ask, onRound });
  const browser = createLastingBrowser(ask, { ...around, session, memory: memoryOfChildren });
  return runRounds(options, { ...around, ask: browser.ask, onRound, browser });
}

async function openResult(options: CheckOptions): Promise<Result> {
  const { format, output, rotate, resume } = options;
  const colour = output === null && process.stdout.isTTY && !process.env.NO_COLOR;
  const chosen = await loadFormat(format, { colour });
  const written = resultOptions(options);
  if (output === null) return createResult(chosen, written, streamOutput(process.stdout));
  return createRotatingResult(
    ({ startedAt }) => fileOf(output, rotate, startedAt),
    (file) => createResult(chosen, written, fileOutput(file, { adds: resume })),
  );
}

function refuse(message: string): void {
  say(message);
  process.exitCode = 2;
}

function print(text: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(text, () => resolve()));
}
