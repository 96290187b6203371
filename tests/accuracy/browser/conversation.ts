import type { Line } from '../line/line.ts';
import type { Delay, Ending, Flow, Obstacle, Step } from './flow.ts';
import { error } from './flow.ts';
import type { Servers } from './servers.ts';
import type { Carried } from './transfer.ts';

export interface Conversation {
  /** Milliseconds from its start; `Infinity` if it never ends. */
  afterMs: number;
  ending: Ending;
  /** A connection stood. */
  connected: boolean;
  /** What a transfer carried by then. */
  carried?: Carried;
  /** Milliseconds that the steps of a new connection took. */
  times: StepTimes;
}

export type StepTimes = Partial<Record<'resolve' | 'connect' | 'hello', number>>;

export interface Surroundings {
  line: Line;
  obstacles: readonly Obstacle[];
  delays: readonly Delay[];
  servers: Servers;
  /** A server's processing time, in milliseconds. */
  thinkingMs: () => number;
}

/** What the browser still has from earlier requests. */
export interface CachedState {
  connection: boolean;
  name: boolean;
}

/** Chromium abandons an unanswered handshake after 30 s. */
const helloLimitMs = 30_000;
const hello = { out: 2, back: 4 };
const exchange = { out: 1, back: 2 };

/** Runs the steps of a request until one of them ends it. */
export function converse(
  flow: Flow,
  startMs: number,
  cached: CachedState,
  { line, obstacles, delays, servers, thinkingMs }: Surroundings,
): Conversation {
  let atMs = startMs;
  let connected = false;
  const times: StepTimes = {};
  for (const step of stepsOf(flow, cached)) {
    connected = step === 'request';
    const ending = firstEnding(obstacles, flow, step, atMs);
    const takenMs = step === 'start' ? 0 : duration(step) + delayOf(step);
    if (ending !== null) return stopped(step, ending, takenMs);
    if (step === 'resolve' && takenMs > line.resolver.givesUpMs) return unresolved();
    if (step === 'hello' && takenMs > helloLimitMs) return end(helloLimitMs, error('TIMED_OUT'));
    if (!Number.isFinite(takenMs)) return end(takenMs, { kind: 'silence' });
    atMs += takenMs;
    if (step !== 'start' && step !== 'request') times[step] = takenMs;
    const refused = step === 'hello' ? servers.handshake(flow) : null;
    if (refused !== null) return end(0, refused);
  }
  return end(thinkingMs(), servers.answer(flow, atMs));

  function duration(step: Exclude<Step, 'start'>): number {
    switch (step) {
      case 'resolve':
        return line.resolve(atMs);
      case 'connect':
        return line.connect(atMs, flow.host);
      case 'hello':
        return line.converse(atMs, flow.host, hello);
      case 'request':
        return line.converse(atMs, flow.host, exchange);
      default:
        return step satisfies never;
    }
  }

  function delayOf(step: Step): number {
    return delays.reduce((total, delay) => total + delay(flow, step), 0);
  }

  function stopped(step: Step, ending: Ending, takenMs: number): Conversation {
    if (ending.kind !== 'silence') return end(takenMs, ending);
    if (step === 'resolve') return unresolved();
    if (step === 'hello') return end(helloLimitMs, error('TIMED_OUT'));
    return end(Number.POSITIVE_INFINITY, ending);
  }

  function unresolved(): Conversation {
    return end(line.resolver.givesUpMs, error('NAME_NOT_RESOLVED'));
  }

  function end(moreMs: number, ending: Ending): Conversation {
    return { afterMs: atMs + moreMs - startMs, ending, connected, times };
  }
}

function stepsOf(flow: Flow, cached: CachedState): Step[] {
  if (cached.connection) return ['start', 'request'];
  return [
    'start',
    ...(cached.name ? [] : ['resolve' as const]),
    'connect',
    ...(flow.secure ? ['hello' as const] : []),
    'request',
  ];
}

function firstEnding(
  obstacles: readonly Obstacle[],
  flow: Flow,
  step: Step,
  atMs: number,
): Ending | null {
  for (const obstacle of obstacles) {
    const ending = obstacle(flow, step, atMs);
    if (ending !== null) return ending;
  }
  return null;
}
