import type { Round } from '../../lib/model/round.ts';
import { SetupError } from '../setup/index.mjs';
import type { Ask } from './ask.ts';
import type { Session } from './session.ts';

export interface LastingParts {
  session: Pick<Session, 'open' | 'leave'>;
  now: () => number;
  wait: (ms: number) => Promise<void>;
  say: (line: string) => void;
  /** Bytes that the browser takes; null where the system does not tell. */
  memory: () => number | null;
}

/** A browser that is replaced whenever it dies, fails, leaks or has run for a day. */
export interface LastingBrowser {
  /** Asks the browser of this moment; rejects where it died. */
  ask: Ask;
  /**
   * Starts another one on the same profile, after a rest that grows with every failure in a row. Rejects with the
   * error after the last of them.
   */
  replace(error: unknown): Promise<void>;
  /** A round was recorded: nothing fails any longer. Starts another browser where this one has grown or is old. */
  onRecorded(): Promise<void>;
}

const mostFailures = 10;
const longestRestMs = 300_000;
const longestLifeMs = 24 * 3_600_000;
/** A browser at rest with the extension takes some 400 MB. */
const mostBytes = 1_500_000_000;

/** @param first asks the browser that the session has opened already */
export function createLastingBrowser(first: Ask, parts: LastingParts): LastingBrowser {
  const { session, now, wait, say, memory } = parts;
  let current: Ask | null = first;
  let openedAt = now();
  let failures = 0;

  async function openAnother(): Promise<void> {
    current = null;
    await session.leave();
    current = await session.open();
    openedAt = now();
  }

  async function replace(error: unknown): Promise<void> {
    for (let latest = error; ; ) {
      failures += 1;
      if (failures > mostFailures) throw latest;
      const restMs = Math.min(1000 * 2 ** (failures - 1), longestRestMs);
      say(`${textOf(latest)}; another browser starts in ${restMs / 1000} s`);
      await wait(restMs);
      try {
        await openAnother();
        return;
      } catch (again) {
        latest = again;
      }
    }
  }

  return {
    ask(name, ...data) {
      if (current === null) throw new SetupError('No check possible: no browser runs');
      return current(name, ...data);
    },
    replace,
    async onRecorded() {
      failures = 0;
      const reason = whyAnother({ livedMs: now() - openedAt, bytes: memory() });
      if (reason === null) return;
      say(`The browser ${reason}; another one starts`);
      await openAnother().catch(replace);
    },
  };
}

function whyAnother({ livedMs, bytes }: { livedMs: number; bytes: number | null }): string | null {
  if (bytes !== null && bytes > mostBytes) return `takes ${Math.round(bytes / 1e6)} MB`;
  return livedMs > longestLifeMs ? 'has run for a day' : null;
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A round that the history should have, and has not. */
export class NotRecorded extends SetupError {
  constructor(id: string) {
    super(`No check possible: the round ${id} was interrupted and not recorded`);
  }
}

/** The round of that id; rejects where the history does not have it. */
export async function recordedRound(ask: Ask, id: string): Promise<Round> {
  const round = await ask('getRound', { id });
  if (round === null) throw new NotRecorded(id);
  return round;
}
