import { randomInt } from 'node:crypto';
import { prepareBrowser } from '../tests/lab/browsers/prepare.ts';
import { forBrowser } from '../tests/lab/judge/for-browser.ts';
import { durationOf, judgeScenario } from '../tests/lab/judge/judge.ts';
import { createLab, type Lab } from '../tests/lab/lab.ts';
import { whyNoNamespaces } from '../tests/lab/network/ip-command.ts';
import { afterSuch, drawScenario } from '../tests/lab/run/faults.ts';
import { killable } from '../tests/lab/run/killable.ts';
import { enterWorld } from '../tests/lab/run/play.ts';
import { createRandom } from '../tests/lab/run/random.ts';
import { tidyUpOnInterrupt } from './browser/interrupt.ts';
import { waitForSettledNetwork } from './check/settle.ts';
import { helpText } from './command-line/help.ts';
import { parseArguments } from './command-line/parse.ts';
import { type SoakOptions, soakCommand } from './lab/commands.ts';
import { say } from './setup/index.mjs';

// The lab cleans up on exit; failures caused by the interruption are not reported.
tidyUpOnInterrupt(async () => {});
const parsed = parseArguments(soakCommand, process.argv.slice(2));
process.exitCode = parsed.ok ? await main(parsed.options) : refuse(2, parsed.message);

async function main(options: SoakOptions): Promise<number> {
  if (options.help) return print(helpText(soakCommand).trimEnd());
  const obstacle = whyNoNamespaces();
  if (obstacle !== undefined) return refuse(3, obstacle);
  const { programs, launch } = await prepareBrowser[options.browser]();
  const seed = options.seed ?? randomInt(2 ** 31);
  print(`Seed ${seed}`);
  const lab = await createLab(programs);
  try {
    const { kills } = options;
    if (kills !== null) return await killOften({ ...options, kills }, createRandom(seed), lab);
    const browser = await launch(lab, {});
    await waitForSettledNetwork(browser.page);
    const failed = await soak(options, createRandom(seed), { lab, browser });
    print(`${options.rounds - failed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  } finally {
    // The browser's processes and profile belong to the lab and disappear with it.
    await lab.close();
  }
}

async function killOften(
  { kills, during, browser: name }: SoakOptions & { kills: number },
  random: () => number,
  lab: Lab,
): Promise<number> {
  const browser = await killable[during](lab, name);
  const { fromMs, toMs } = browser.span;
  let failed = 0;
  for (let number = 1; number <= kills; number += 1) {
    const milliseconds = Math.round(fromMs + random() * (toMs - fromMs));
    const { reached, complaints } = await browser.killAfter(milliseconds);
    if (complaints.length > 0) failed += 1;
    const outcome = complaints.length === 0 ? 'ok  ' : 'FAIL';
    print(`${outcome} ${number}: after ${milliseconds} ms, ${reached}`);
    for (const complaint of complaints) print(`       ${complaint}`);
  }
  await browser.close();
  print(`${kills - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function soak(
  { rounds, browser }: SoakOptions,
  random: () => number,
  place: Parameters<typeof enterWorld>[0],
): Promise<number> {
  let failed = 0;
  for (let number = 1; number <= rounds; number += 1) {
    const scenario = forBrowser(drawScenario(random), browser);
    await enterWorld(place, scenario.world);
    const round = await place.browser.check();
    const complaints = judgeScenario(afterSuch(scenario, round), round);
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
