import { setTimeout as sleep } from 'node:timers/promises';
import { secondsTo } from '../browsers/alarms.ts';
import type { LabBrowser } from '../browsers/lab-browser.ts';
import type { Lab } from '../lab.ts';
import type { WorldDescription } from '../world/description.ts';
import type { Episode } from './diary.ts';
import { browserOwn } from './hosts.ts';
import { bytesOf } from './traffic.ts';

const quietMs = 3_000;
const patienceMs = 150_000;

/** All hosts answer and set cookies; what the browser asks by itself finds none. */
export const world: WorldDescription = {
  dns: [{ names: browserOwn, answer: 'nxdomain' }],
  setsCookie: 'more=service; Path=/; SameSite=None; Secure',
};

/** A browser in the lab, and what has been seen of it so far. */
export interface Stage {
  lab: Lab;
  browser: LabBrowser;
  episodes: Episode[];
  /** Texts of our own, see `Diary`. */
  own: Set<string>;
}

type Moments = Pick<Episode, 'kind' | 'at'>;

/** Every connection is new and every name is resolved, as after a quarter of an hour. */
export async function playEpisode(
  { lab, browser, episodes }: Stage,
  moments: Moments,
  act: () => Promise<unknown>,
): Promise<void> {
  process.stderr.write(`${moments.kind} …\n`);
  await browser.forgetNames();
  await isQuiet(lab);
  // Cuts the connections at the last moment, so that the log has the beginning of each.
  await lab.setWorld(world);
  await lab.clearLog();
  await act();
  await isQuiet(lab);
  episodes.push({ ...moments, log: await lab.log() });
}

/** @throws Error if nothing was seen of the round */
export async function playRound(
  stage: Stage,
  moments: Moments,
  begin: () => Promise<unknown>,
): Promise<void> {
  await playEpisode(stage, moments, async () => {
    const before = await nextRoundAt(stage.browser);
    await begin();
    await until(`the end of ${moments.kind}`, () => isOver(stage, before));
  });
  const log = stage.episodes.at(-1)?.log ?? [];
  if (bytesOf(log) === 0) throw new Error(`Nothing was seen of ${moments.kind}`);
}

/** Waits until something is there. */
export async function until<T>(what: string, read: () => Promise<T | null>): Promise<T> {
  const end = performance.now() + patienceMs;
  while (performance.now() < end) {
    const found = await read();
    if (found !== null) return found;
    await sleep(50);
  }
  throw new Error(`Not within ${patienceMs} ms: ${what}`);
}

/** After a round, the alarm of the next one is set anew, at least some minutes ahead. */
async function isOver({ browser, own }: Stage, before: number | null): Promise<true | null> {
  const progress = await browser.progress();
  if (progress !== null) own.add(progress.roundId);
  const next = await nextRoundAt(browser);
  const isNew = next !== null && (before === null || Math.abs(next - before) > 1_000);
  return progress === null && isNew && next > Date.now() + 60_000 ? true : null;
}

/** Milliseconds since the epoch; null if no round is to come. */
async function nextRoundAt(browser: LabBrowser): Promise<number | null> {
  const seconds = await secondsTo(browser, 'schedule');
  return seconds === null ? null : Date.now() + seconds * 1000;
}

/** Waits until nothing new is seen for some seconds. */
async function isQuiet(lab: Lab): Promise<void> {
  let count = -1;
  for (;;) {
    const { length } = await lab.log();
    if (length === count) return;
    count = length;
    await sleep(quietMs);
  }
}
