import { randomInt } from 'node:crypto';
import { prepareBrowser } from '../tests/lab/browsers/prepare.ts';
import { durationOf, judgeScenario } from '../tests/lab/judge/judge.ts';
import { createLab, type Lab } from '../tests/lab/lab.ts';
import { whyNoNamespaces } from '../tests/lab/network/ip-command.ts';
import { drawScenario } from '../tests/lab/run/faults.ts';
import { createKilledBrowser } from '../tests/lab/run/kill-history.ts';
import { enterWorld } from '../tests/lab/run/play.ts';
import { createRandom } from '../tests/lab/run/random.ts';
import { tidyUpOnInterrupt } from './browser/interrupt.ts';
import { waitForSettledNetwork } from './check/settle.ts';
import { helpText } from './command-line/help.ts';
import { parseArguments } from './command-line/parse.ts';
import { type SoakOptions, soakCommand } from './lab/commands.ts';
import { say } from './setup/index.mjs';

/** The longest a check of one service takes, and some time more. */
const longestMs = 4_000;

// The lab cleans up on exit; failures caused by the interruption are not reported.
tidyUpOnInterrupt(async () => {});
const parsed = parseArguments(soakCommand, process.argv.slice(2));
process.exitCode = parsed.ok ? await main(parsed.options) : refuse(2, parsed.message);

async function main(options: SoakOptions): Promise<number> {
  if (options.help) return print(helpText(soakCommand).trimEnd());
  const obstacle = whyNoNamespaces();
  if (obstacle !== undefined) return refuse(3, obstacle);
  const { programs, launch } = await prepareBrowser.chromium();
  const seed = options.seed ?? randomInt(2 ** 31);
  print(`Seed ${seed}, ${options.rounds} rounds`);
  const lab = await createLab(programs);
  try {
    if (options.kills !== null) return await killOften(options.kills, createRandom(seed), lab);
    const browser = await launch(lab, {});
    await waitForSettledNetwork(browser.page);
    const failed = await soak(options.rounds, createRandom(seed), { lab, browser });
    print(`${options.rounds - failed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  } finally {
    // The browser's processes and profile belong to the lab and disappear with it.
    await lab.close();
  }
}

async function killOften(kills: number, random: () => number, lab: Lab): Promise<number> {
  const browser = await createKilledBrowser(lab);
  let failed = 0;
  for (let number = 1; number <= kills; number += 1) {
    const milliseconds = Math.round(random() * longestMs);
    const complaints = await browser.killAfter(milliseconds);
    if (complaints.length > 0) failed += 1;
    print(`${complaints.length === 0 ? 'ok  ' : 'FAIL'} ${number}: after ${milliseconds} ms`);
    for (const complaint of complaints) print(`       ${complaint}`);
  }
  print(`${kills - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function soak(
  rounds: number,
  random: () => number,
  place: Parameters<typeof enterWorld>[0],
): Promise<number> {
  let failed = 0;
  for (let number = 1; number <= rounds; number += 1) {
    const scenario = drawScenario(random);
    await enterWorld(place, scenario.world);
    const round = await place.browser.check();
    const complaints = judgeScenario(scenario, round);
    if (complaints.length > 0) failed += 1;
    const seconds = (durationOf(round) / 1000).toFixed(1);
    print(`${complaints.length === 0 ? 'ok  ' : 'FAIL'} ${number}: ${seconds} s, ${scenario.name}`);
    for (const complaint of complaints) print(`       ${complaint}`);
  }
  return failed;
}

function refuse(status: number, message: string): number {
  say(message);
  return status;
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
