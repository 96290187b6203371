import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Round } from '../lib/model/round.ts';
import { type CheckOptions, parseCheckArguments } from './check/arguments.ts';
import { formatRounds } from './check/format.ts';
import { helpText } from './check/help.ts';
import { problemOfOutput, problemOfProfile, writeOutput } from './check/places.ts';
import { runRounds } from './check/run-rounds.ts';
import { openSession } from './check/session.ts';
import { ensureBuild, ensureChromium, ensureFirefox, reportFailure, say } from './setup/index.mjs';

// Whoever reads only the beginning, as `| head` does, closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<void> {
  const parsed = parseCheckArguments(argv);
  if (!parsed.ok) return refuse(parsed.message);
  const options = fromWhereTyped(parsed.options);
  if (options.help) return print(helpText());
  const problem =
    (options.output === null ? null : problemOfOutput(options.output)) ??
    (options.profile === null ? null : problemOfProfile(options.profile));
  if (problem !== null) return refuse(problem);
  try {
    await check(options);
  } catch (error) {
    reportFailure(error);
    process.exitCode = 3;
  }
}

// npm runs scripts in the repository's folder and says in INIT_CWD where the person is.
function fromWhereTyped(options: CheckOptions): CheckOptions {
  const isNpm = ['check', 'start'].includes(process.env.npm_lifecycle_event ?? '');
  const folder = (isNpm ? process.env.INIT_CWD : null) ?? process.cwd();
  const resolve = (place: string | null): string | null => place && path.resolve(folder, place);
  return { ...options, output: resolve(options.output), profile: resolve(options.profile) };
}

async function check(options: CheckOptions): Promise<void> {
  const { browser, profile } = options;
  const isFirefox = browser === 'firefox';
  const executablePath = await (isFirefox ? ensureFirefox() : ensureChromium());
  const extension = await ensureBuild(isFirefox ? 'firefox-research' : 'research');
  const session = await openSession({ browser, executablePath, extension, profile });
  const rounds: Round[] = [];
  try {
    await runRounds(options, {
      ask: session.ask,
      now: Date.now,
      wait: (ms) => sleep(ms),
      say,
      onRound: (round) => rounds.push(round),
    });
  } finally {
    await session.close();
    // Rounds that were finished before something failed are still worth having.
    if (rounds.length > 0) await deliver(rounds, options);
  }
}

async function deliver(rounds: readonly Round[], options: CheckOptions): Promise<void> {
  const colour = options.output === null && process.stdout.isTTY && !process.env.NO_COLOR;
  const text = formatRounds(rounds, { ...options, colour });
  if (options.output === null) return print(text);
  writeOutput(options.output, text);
  say(`Written to ${options.output}`);
}

function refuse(message: string): void {
  say(message);
  process.exitCode = 2;
}

function print(text: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(text, () => resolve()));
}
