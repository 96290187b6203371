import { type Delay, type Flow, flowTo, type Obstacle } from './flow.ts';

/** Where a new connection leads, and how long after the first try it was begun. */
export interface Race {
  flow: Flow;
  waitMs: number;
}

/** A browser tries IPv4 so long after IPv6, unless that has failed before. */
const headStartMs = 250;

/** @param ipv4 an address of the same server; null without one */
export function raceFamilies(
  flow: Flow,
  ipv4: string | null,
  atMs: number,
  { obstacles, delays }: { obstacles: readonly Obstacle[]; delays: readonly Delay[] },
): Race {
  if (ipv4 === null || !flow.address.includes(':')) return { flow, waitMs: 0 };
  const other = flowTo(flow.url.href, ipv4);
  const delayOf = (one: Flow) => delays.reduce((sum, delay) => sum + delay(one, 'connect'), 0);
  const endingOf = (one: Flow) =>
    obstacles.map((obstacle) => obstacle(one, 'connect', atMs)).find((end) => end !== null);
  const ending = endingOf(flow);
  if (ending?.kind === 'error') return { flow: other, waitMs: 0 };
  const isLate = ending !== undefined || delayOf(flow) > headStartMs + delayOf(other);
  return isLate && endingOf(other) === undefined
    ? { flow: other, waitMs: headStartMs }
    : { flow, waitMs: 0 };
}
