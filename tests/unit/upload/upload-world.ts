import { afterEach } from 'vitest';
import type { Round } from '../../../lib/model/round.ts';
import type { UploadDraft } from '../../../lib/settings/upload.ts';
import type { Outbox } from '../../../lib/upload/outbox.ts';
import type { SendWaiting } from '../../../lib/upload/run.ts';
import { sendWaiting } from '../../../lib/upload/send-waiting.ts';
import { dateAt } from '../../helpers/clock.ts';
import type { Fault } from '../../helpers/otlp-stub/fault.ts';
import { type OtlpStub, startOtlpStub, type Taken } from '../../helpers/otlp-stub/stub.ts';
import { useOutbox } from '../../helpers/outbox.ts';
import { someOtlp, someUpload } from '../../helpers/upload-settings.ts';

export interface UploadWorld {
  outbox: Outbox;
  stub: OtlpStub;
  /** Requests that the stub took. */
  taken: Taken[];
  /** The history; what is taken out of it is deleted. */
  history: Round[];
  /** Milliseconds after the tests' fixed moment; tests move it. */
  clock: { ms: number };
  /** What goes wrong with the next requests; each comes once. */
  faults: (Fault | null)[];
  send(overrides?: Partial<SendWaiting>): Promise<{ againInMs: number | null }>;
  draft: UploadDraft;
}

/** Makes worlds with rounds that wait, and an endpoint. */
export function useUploadWorld(): (
  rounds: readonly Round[],
  draft?: Partial<ReturnType<typeof someOtlp>>,
) => Promise<UploadWorld> {
  const openOutbox = useOutbox();
  const stubs: OtlpStub[] = [];
  afterEach(async () => {
    for (const stub of stubs.splice(0)) await stub.close();
  });
  return async (rounds, draft = {}) => {
    const faults: (Fault | null)[] = [];
    const taken: Taken[] = [];
    const stub = await startOtlpStub({
      fault: () => faults.shift() ?? null,
      onTaken: (one) => taken.push(one),
    });
    stubs.push(stub);
    const outbox = await openOutbox();
    for (const round of rounds) await outbox.add(round);
    const world: UploadWorld = {
      outbox,
      stub,
      taken,
      faults,
      history: [...rounds],
      clock: { ms: 0 },
      draft: someOtlp({ url: stub.url, signals: ['logs'], ...draft }),
      send: (overrides) =>
        sendWaiting({
          outbox,
          settings: someUpload(world.draft),
          rounds: (from) => roundsFrom(world.history, from),
          fetch,
          now: () => dateAt(0).getTime() + world.clock.ms,
          random: () => 0.5,
          signal: new AbortController().signal,
          ...overrides,
        }),
    };
    return world;
  };
}

/** The history, which takes that many milliseconds to be read. */
export function slowRounds({ clock, history }: UploadWorld, ms: number): SendWaiting['rounds'] {
  return (from) => {
    clock.ms += ms;
    return roundsFrom(history, from);
  };
}

async function* roundsFrom(history: readonly Round[], from: string): AsyncGenerator<Round> {
  yield* history.filter(({ startedAt }) => startedAt >= from);
}

/** The ids of the rounds whose verdicts came, in the order of coming. */
export function roundsOf(taken: readonly Taken[]): string[] {
  return taken
    .flatMap(({ records }) => records)
    .filter(({ event }) => event === 'dozvon.verdict')
    .map(({ attributes }) => String(attributes.round_id));
}
