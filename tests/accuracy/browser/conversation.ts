import type { Line } from '../line/line.ts';
import type { Ending, Flow, Obstacle, Step } from './flow.ts';
import { error } from './flow.ts';
import type { Servers } from './servers.ts';

export interface Conversation {
  /** Milliseconds from its start; `Infinity` where it goes on for ever. */
  afterMs: number;
  ending: Ending;
}

export interface Surroundings {
  line: Line;
  obstacles: readonly Obstacle[];
  servers: Servers;
  /** How long a server thinks, in milliseconds. */
  thinkingMs: () => number;
}

/** What the browser has from before. */
export interface Held {
  connection: boolean;
  name: boolean;
}

/** Chromium ends a handshake that nobody answers after 30 s. */
const helloLimitMs = 30_000;
const hello = { out: 2, back: 4 };
const question = { out: 1, back: 2 };

/** Goes through a request's steps one by one until one of them ends it. */
export function converse(
  flow: Flow,
  startMs: number,
  held: Held,
  { line, obstacles, servers, thinkingMs }: Surroundings,
): Conversation {
  let atMs = startMs;
  for (const step of stepsOf(flow, held)) {
    const obstacle = met(obstacles, flow, step, atMs);
    const takenMs = step === 'start' ? 0 : duration(step);
    if (obstacle !== null) return stopped(step, obstacle, takenMs);
    if (step === 'resolve' && takenMs > line.resolver.givesUpMs) return nameless();
    if (step === 'hello' && takenMs > helloLimitMs) return end(helloLimitMs, error('TIMED_OUT'));
    if (!Number.isFinite(takenMs)) return end(takenMs, { kind: 'silence' });
    atMs += takenMs;
    const refused = step === 'hello' ? servers.handshake(flow) : null;
    if (refused !== null) return end(0, refused);
  }
  return end(thinkingMs(), servers.answer(flow));

  function duration(step: Exclude<Step, 'start'>): number {
    switch (step) {
      case 'resolve':
        return line.resolve(atMs);
      case 'connect':
        return line.connect(atMs, flow.host);
      case 'hello':
        return line.converse(atMs, flow.host, hello);
      case 'request':
        return line.converse(atMs, flow.host, question);
      default:
        return step satisfies never;
    }
  }

  function stopped(step: Step, ending: Ending, takenMs: number): Conversation {
    if (ending.kind !== 'silence') return end(takenMs, ending);
    if (step === 'resolve') return nameless();
    if (step === 'hello') return end(helloLimitMs, error('TIMED_OUT'));
    return end(Number.POSITIVE_INFINITY, ending);
  }

  function nameless(): Conversation {
    return end(line.resolver.givesUpMs, error('NAME_NOT_RESOLVED'));
  }

  function end(moreMs: number, ending: Ending): Conversation {
    return { afterMs: atMs + moreMs - startMs, ending };
  }
}

function stepsOf(flow: Flow, held: Held): Step[] {
  if (held.connection) return ['start', 'request'];
  return [
    'start',
    ...(held.name ? [] : ['resolve' as const]),
    'connect',
    ...(flow.secure ? ['hello' as const] : []),
    'request',
  ];
}

function met(obstacles: readonly Obstacle[], flow: Flow, step: Step, atMs: number): Ending | null {
  for (const obstacle of obstacles) {
    const ending = obstacle(flow, step, atMs);
    if (ending !== null) return ending;
  }
  return null;
}
