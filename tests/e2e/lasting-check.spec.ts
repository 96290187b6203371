import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Round } from '../../lib/model/round.ts';
import { browsers } from '../../scripts/check/command.ts';
import { killProcesses } from '../lab/browsers/kill-browser.ts';
import { processesWith } from '../lab/browsers/processes.ts';
import { check, type RunningCheck, startCheck } from '../lab/run/run-check.ts';
import { expect, test } from './fixtures.ts';

let folder: string;
/** For the command's own temporary files, the browser's profile among them. */
let scratch: string;
test.beforeEach(async ({ lab }) => {
  await lab.setWorld({});
  folder = mkdtempSync(join(tmpdir(), 'dozvon-lasting-'));
  scratch = join(folder, 'scratch');
  mkdirSync(scratch);
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const few = ['--format', 'jsonl', '--services', 'vk', '--interval', '1'];

function roundsIn(file: string): Round[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Round);
}

function distinct(rounds: readonly Round[]): number {
  return new Set(rounds.map(({ id }) => id)).size;
}

/** Kills the browser as a system that is short of memory does. */
function killBrowser(place: string): void {
  expect(processesWith(place)).not.toEqual([]);
  killProcesses(place);
}

async function afterKills(checking: RunningCheck, during: readonly string[]): Promise<void> {
  for (const text of during) {
    await checking.said(text);
    killBrowser(scratch);
  }
}

for (const browser of browsers) {
  test(`goes on where ${browser} dies, and gives each round once`, async ({ lab }) => {
    const output = join(folder, 'rounds.jsonl');
    const options = ['--browser', browser, '--rounds', '4', '--output', output, '--rotate', 'day'];
    const checking = startCheck(lab, [...few, ...options], { TMPDIR: scratch });

    await afterKills(checking, ['Round 2 of 4', 'Round 4 of 4']);

    const { code, errors } = await checking.finished;
    expect(code, errors).toBe(0);
    expect(errors.match(/another browser starts in 1 s/g)).toHaveLength(2);
    const files = readdirSync(folder).filter((name) => name !== 'scratch');
    const rounds = files.flatMap((name) => roundsIn(join(folder, name)));
    expect(rounds).toHaveLength(4);
    expect(distinct(rounds)).toBe(4);
    // Over midnight there are two.
    const days = new Set(rounds.map(({ startedAt }) => `rounds-${startedAt.slice(0, 10)}.jsonl`));
    expect(files).toEqual([...days]);
    expect(readdirSync(scratch).filter((name) => name.startsWith('dozvon-'))).toEqual([]);
  });
}

test('goes on where command and browser were killed, with the round that they had begun', async ({
  lab,
}) => {
  const output = join(folder, 'rounds.jsonl');
  const options = [...few, '--output', output, '--profile', join(folder, 'profile'), '--resume'];
  const checking = startCheck(lab, [...options, '--rounds', '0'], { TMPDIR: scratch });
  await checking.said('VK: opens so far', 3);
  const [writer = 0] = processesWith(`node scripts/check.ts ${options.join(' ')}`);
  process.kill(writer, 'SIGSTOP');
  killBrowser(join(folder, 'profile'));
  process.kill(writer, 'SIGKILL');
  await checking.finished;
  await expect.poll(() => processesWith(join(folder, 'profile'))).toEqual([]);
  const before = roundsIn(output);
  expect(before).toHaveLength(2);

  const restartedAt = new Date().toISOString();
  const { code, errors } = await check(lab, ...options, '--rounds', '1');

  expect(code, errors).toBe(0);
  const after = roundsIn(output);
  expect(after.slice(0, 2)).toEqual(before);
  expect(after).toHaveLength(4);
  expect(distinct(after)).toBe(4);
  const begunBefore = after.map(({ startedAt }) => startedAt < restartedAt);
  expect(begunBefore).toEqual([true, true, true, false]);
});
