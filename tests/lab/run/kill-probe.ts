import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Round } from '../../../lib/model/round.ts';
import { killProcesses } from '../browsers/kill-browser.ts';
import type { BrowserName } from '../browsers/prepare.ts';
import { processesWith } from '../browsers/processes.ts';
import type { Lab } from '../lab.ts';
import type { KilledBrowser } from './killed-browser.ts';
import { check, startCheck } from './run-check.ts';

/** 20 kills fall into some 500 checks. */
const longestMs = 150_000;

/** The command's own process, which is to last for weeks. */
const mostGrownBytes = 60_000_000;
const mostGrownHandles = 10;

/** Some kB a round are data, and browsers keep some 15 MB of their own in the first hundred. */
const mostGrownOnDisk = 60_000_000;

/** How the browser is told its profile, which the command itself is told otherwise. */
const profileOption: Record<BrowserName, string> = {
  chromium: '--user-data-dir=',
  firefox: '--no-remote --profile ',
};

interface Size {
  /** Bytes of the command's process. */
  memory: number;
  /** Its open files and connections. */
  handles: number;
  /** Bytes of the browser's profile and of the result. */
  disk: number;
  rounds: number;
}

/** A browser of `npm run check -- --rounds 0`, which starts another one where it dies. */
export async function createProbe(lab: Lab, browser: BrowserName): Promise<KilledBrowser> {
  await lab.setWorld({});
  const folder = mkdtempSync(join(lab.home, 'probe-'));
  const profile = join(folder, 'profile');
  const file = join(folder, 'rounds.jsonl');
  const place = ['--profile', profile, '--output', file];
  const lasting = ['--rounds', '0', '--interval', '0', '--services', 'vk', '--format', 'jsonl'];
  const options = [...place, ...lasting, '--browser', browser];
  const checking = startCheck(lab, options);
  // What the browser and Node keep for good is there after some rounds.
  await expect.poll(() => idsIn(file).length, { timeout: 120_000 }).toBeGreaterThan(10);
  const [command = 0] = processesWith(`node scripts/check.ts ${options.join(' ')}`);
  const measure = (): Size => ({
    memory: residentOf(command),
    handles: readdirSync(`/proc/${command}/fd`).length,
    disk: sizeOf(folder),
    rounds: idsIn(file).length,
  });
  const first = measure();

  return {
    span: { fromMs: 0, toMs: longestMs },
    async killAfter(milliseconds) {
      // What is tried is a moment, which no event announces.
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      const before = idsIn(file);
      killProcesses(`${profileOption[browser]}${profile}`);
      await expect
        .poll(() => idsIn(file).length, { timeout: 120_000 })
        .toBeGreaterThan(before.length + 1);
      const ids = idsIn(file);
      return {
        reached: described(first, measure()),
        complaints: [...complaintsOf(before, ids), ...growthOf(first, measure())],
      };
    },
    async close() {
      checking.interrupt('SIGTERM');
      await checking.finished;
      const exported = join(folder, 'history.jsonl');
      const { code, errors } = await check(
        lab,
        '--browser',
        browser,
        '--profile',
        profile,
        '--export',
        exported,
      );
      expect(code, errors).toBe(0);
      // The last round may have been recorded just before the signal.
      const recorded = idsIn(exported);
      const given = idsIn(file);
      expect(recorded.slice(0, given.length)).toEqual(given);
      expect(recorded.length - given.length).toBeLessThanOrEqual(1);
    },
  };
}

function idsIn(file: string): string[] {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  return lines.filter((line) => line !== '').map((line) => (JSON.parse(line) as Round).id);
}

function complaintsOf(before: readonly string[], ids: readonly string[]): string[] {
  const isSame = before.every((id, index) => ids[index] === id);
  return [
    ...(isSame ? [] : ['what was given is not what it was']),
    ...(new Set(ids).size < ids.length ? ['a round is there twice'] : []),
  ];
}

function growthOf(first: Size, now: Size): string[] {
  const memory = now.memory - first.memory;
  const handles = now.handles - first.handles;
  const disk = now.disk - first.disk;
  return [
    ...(memory > mostGrownBytes ? [`the command has grown by ${inMegabytes(memory)} MB`] : []),
    ...(handles > mostGrownHandles ? [`the command holds ${handles} more files`] : []),
    ...(disk > mostGrownOnDisk ? [`profile and result have grown by ${inMegabytes(disk)} MB`] : []),
  ];
}

function described(first: Size, { memory, handles, disk, rounds }: Size): string {
  const perRound = Math.round((disk - first.disk) / (rounds - first.rounds));
  const room = `${inMegabytes(memory)} MB of memory, ${handles} handles`;
  return `${rounds} rounds, ${room}, ${perRound} B on disk a round`;
}

function inMegabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}

function residentOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) * 1024;
}

function sizeOf(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    // The browser may have removed it meanwhile.
    const found = statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false });
    bytes += found?.size ?? 0;
  }
  return bytes;
}
