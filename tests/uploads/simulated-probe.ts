import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { Round } from '../../lib/model/round.ts';
import type { UploadSettings } from '../../lib/settings/upload.ts';
import { type Outbox, openOutbox } from '../../lib/upload/outbox.ts';
import { sendWaiting } from '../../lib/upload/send-waiting.ts';
import type { Decoded } from '../helpers/otlp-stub/decode.ts';

class Killed extends Error {}

/** A browser with an outbox and a history, by a clock of its own. */
export interface SimulatedProbe {
  outbox: Outbox;
  history: Round[];
  /** Ids of rounds that were deleted before they were sent as a whole. */
  deleted: Set<string>;
  /** What of a request is of rounds that were deleted before it. */
  deletedIn(request: Decoded): string[];
  /** Milliseconds since 1970. */
  now: number;
  kills: number;
  record(round: Round): Promise<void>;
  /** Deletes some of the latest rounds, as a person does. */
  deleteSome(): Promise<void>;
  /** Lets the sender run unless it is too early. */
  send(): Promise<void>;
  /** Ends the request that is under way, as if its time were up. */
  expire(): void;
}

const killedShare = 0.01;

export async function startProbe(
  settings: UploadSettings,
  random: () => number,
): Promise<SimulatedProbe> {
  globalThis.indexedDB = new IDBFactory();
  const gone = new Set<string>();
  let nextAt = 0;
  let deadline = new AbortController();
  const probe: SimulatedProbe = {
    outbox: await openOutbox(),
    history: [],
    deleted: new Set(),
    now: 0,
    kills: 0,
    async record(round) {
      probe.history.push(round);
      await probe.outbox.add(round);
    },
    deletedIn({ records, points }) {
      const found = [
        ...records.map(({ attributes }) => String(attributes.round_id)),
        ...points.map(({ time }) => time),
      ];
      return found.filter((one) => gone.has(one));
    },
    async deleteSome() {
      for (const { id, startedAt } of probe.history.splice(-3)) {
        gone.add(id).add(`${Date.parse(startedAt)}000000`);
      }
      for (const { id } of await probe.outbox.waiting()) {
        if (gone.has(id)) probe.deleted.add(id);
      }
    },
    async send() {
      if (probe.now < nextAt) return;
      try {
        const { againInMs } = await sendWaiting({
          outbox: sometimesKilled(probe.outbox, random),
          settings,
          rounds: (from) => roundsFrom(probe.history, from),
          fetch,
          now: () => probe.now,
          random,
          signal: new AbortController().signal,
          timeout() {
            deadline = new AbortController();
            return deadline.signal;
          },
        });
        nextAt = probe.now + (againInMs ?? 0);
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        probe.kills += 1;
        probe.outbox.close();
        probe.outbox = await openOutbox();
      }
    },
    expire() {
      probe.now += 10_000;
      deadline.abort();
    },
  };
  return probe;
}

/** Throws between an answer and its note, now and then. */
function sometimesKilled(outbox: Outbox, random: () => number): Outbox {
  return {
    ...outbox,
    async settlePart(...given) {
      if (random() < killedShare) throw new Killed();
      await outbox.settlePart(...given);
    },
  };
}

async function* roundsFrom(history: readonly Round[], from: string): AsyncGenerator<Round> {
  const first = history.findIndex(({ startedAt }) => startedAt >= from);
  if (first !== -1) yield* history.slice(first);
}
