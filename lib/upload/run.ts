import type { UploadSettings } from '../settings/upload.ts';
import type { Outbox } from './outbox.ts';
import { type Outcome, post } from './post.ts';
import { answerReader } from './read-answer.ts';
import type { ReadRounds } from './read-waiting.ts';
import type { UploadRequest } from './request.ts';
import type { UploadProblem } from './status.ts';

export interface SendWaiting {
  outbox: Outbox;
  settings: UploadSettings;
  rounds: ReadRounds;
  fetch: typeof fetch;
  /** Milliseconds since 1970. */
  now: () => number;
  /** From 0 to 1, as `Math.random`. */
  random: () => number;
  /** Ends the run, which then rejects with its reason; what was accepted and not noted is sent again later. */
  signal: AbortSignal;
  /** Gives a signal that ends a request that takes longer than that. */
  timeout?: (ms: number) => AbortSignal;
}

export type Later = Extract<Outcome, { kind: 'later' }>;

/** How a run ended. */
export interface End {
  /** Whether it came to nothing, and nothing is to be sent until the next run. */
  failed: boolean;
  /** After how many milliseconds to run again; null where nothing is left to send before another round waits. */
  againInMs: number | null;
  /** What people should know of, even where the run goes on without it. */
  problem: UploadProblem | null;
}

/** One run, with what it can do until its time is up. */
export interface Run extends SendWaiting {
  hasTime(): boolean;
  /** Only while there is time, which is to be asked for right before. */
  post(request: UploadRequest): Promise<Outcome>;
}

const longestRequestMs = 10_000;
const longestRunMs = 20_000;

/** What the shortest useful request takes, in milliseconds. */
const leastMs = 1000;

export function startRun(given: SendWaiting): Run {
  const { fetch, settings, rounds, now, signal } = given;
  const { timeout = (ms) => AbortSignal.timeout(ms) } = given;
  const readAnswer = answerReader(settings.draft);
  const endsAt = now() + longestRunMs;
  return {
    ...given,
    // One may have been added just as this upload took the place of another.
    rounds: (from) => rounds(laterOf(from, settings.since)),
    hasTime: () => endsAt - now() >= leastMs,
    post(request) {
      const deadline = timeout(Math.min(longestRequestMs, endsAt - now()));
      return post(request, { fetch, readAnswer, now, signal, deadline });
    },
  };
}

/** Of two moments in ISO 8601 UTC. */
function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}
