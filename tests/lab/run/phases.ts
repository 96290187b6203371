import { setTimeout as sleep } from 'node:timers/promises';
import type { Lab } from '../lab.ts';
import type { Phase } from '../scenarios/scenario.ts';

type Changeable = Pick<Lab, 'setWorld' | 'linkDown' | 'linkUp' | 'tunnelUp' | 'tunnelDown' | 'log'>;

const lookEveryMs = 20;

export interface Phases {
  /** Prevents further changes; throws if a change failed. */
  stop(): Promise<void>;
}

type Wait = (ms: number, signal: AbortSignal) => Promise<unknown>;
const wait: Wait = (ms, signal) => sleep(ms, undefined, { signal });

/** Changes the world at the given times, counted from now. */
export function startPhases(
  lab: Changeable,
  phases: readonly Phase[],
  waitFor: Wait = wait,
): Phases {
  const begun = performance.now();
  const over = new AbortController();
  let failure: unknown;
  const rest = (ms: number) =>
    waitFor(ms, over.signal).catch((error: unknown) => {
      if (!over.signal.aborted) throw error;
    });
  const timeAsked = async (host: string): Promise<number> => {
    while (!over.signal.aborted && !(await wasAsked(lab, host))) await rest(lookEveryMs);
    return performance.now();
  };
  const play = async (): Promise<void> => {
    for (const phase of phases.toSorted((one, other) => one.afterMs - other.afterMs)) {
      const from = phase.onceContacted === undefined ? begun : await timeAsked(phase.onceContacted);
      const leftMs = from + phase.afterMs - performance.now();
      // A change at time zero applies before the first request.
      if (phase.afterMs > 0 && leftMs > 0) await rest(leftMs);
      if (over.signal.aborted) return;
      await change(lab, phase);
    }
  };
  const played = play().catch((error: unknown) => {
    failure = error;
  });
  return {
    async stop() {
      over.abort();
      await played;
      if (failure !== undefined) throw failure;
    },
  };
}

async function wasAsked(lab: Changeable, host: string): Promise<boolean> {
  return (await lab.log()).some(({ kind, name }) => kind === 'http' && name === host);
}

async function change(lab: Changeable, { world, link, tunnel }: Phase): Promise<void> {
  // Up first and down last, so that the browser notices the cut of its old connections.
  if (link === 'up') lab.linkUp();
  if (world !== undefined) await lab.setWorld(world);
  if (tunnel === 'up') await lab.tunnelUp();
  if (tunnel === 'down') await lab.tunnelDown();
  if (link === 'down') lab.linkDown();
}
