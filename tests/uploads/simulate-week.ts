import type { StubOptions } from '../helpers/otlp-stub/stub.ts';
import { someOtlp, someUpload } from '../helpers/upload-settings.ts';
import { createRandom } from '../lab/run/random.ts';
import { createAccounts } from './accounts.ts';
import { lastingFault, nextFault, someOutage } from './endpoint.ts';
import { momentOf, simulatedRound } from './probe.ts';
import { type Reckoning, reckon } from './reckon.ts';
import { startProbe } from './simulated-probe.ts';

/** A stub that all probes of a thread use, one after the other. */
export interface SharedStub {
  url: string;
  readonly requests: number;
  /** What it does with the requests from now on. */
  use(options: Required<StubOptions>): void;
}

interface Week {
  probe: number;
  /** How many rounds there are, one each quarter of an hour. */
  rounds: number;
  seed: number;
}

/** How many rounds lie between two runs of the sender: as in a browser that is always open, for hours, once a day. */
const rhythms = [1, 4, 16, 96] as const;

const choices = [
  { encoding: 'json', signals: ['logs', 'metrics'] },
  { encoding: 'protobuf', signals: ['logs', 'metrics'] },
  { encoding: 'json', signals: ['logs'] },
  { encoding: 'protobuf', signals: ['metrics'] },
] as const;

/** Simulates the rounds of one probe, which wait and are sent with faults, and counts what came. */
export async function simulateWeek(
  { probe: number, rounds, seed }: Week,
  stub: SharedStub,
): Promise<Reckoning> {
  const random = createRandom(seed + 7919 * number);
  const choice = choices[Math.floor(number / rhythms.length) % choices.length] ?? choices[0];
  const { encoding, signals } = choice;
  const draft = someOtlp({ url: stub.url, encoding, signals: [...signals] });
  const probe = await startProbe(
    { ...someUpload(draft), since: new Date(momentOf(0)).toISOString() },
    random,
  );
  const accounts = createAccounts();
  const outage = someOutage(rounds, random);
  const before = stub.requests;
  const sentAnyway: string[] = [];
  let isFaulty = true;
  stub.use({
    fault(decoded) {
      sentAnyway.push(...probe.deletedIn(decoded));
      if (!isFaulty) return lastingFault(decoded);
      const fault = nextFault(decoded, { now: probe.now, outage, random });
      if (fault?.kind === 'slow') probe.expire();
      return fault;
    },
    onTaken: (taken) => accounts.take(taken),
  });
  const made = Array.from({ length: rounds }, (_, step) => simulatedRound(number, step, random));
  for (const [step, round] of made.entries()) {
    probe.now = momentOf(step);
    await probe.record(round);
    if (random() < 0.01) await probe.deleteSome();
    if (step % (rhythms[number % rhythms.length] ?? 1) === 0) await probe.send();
  }
  isFaulty = false;
  // Two days more, in which nothing new comes: more than the longest wait that an endpoint may ask for.
  for (let step = rounds; step < rounds + 192 && (await probe.outbox.count()) > 0; step += 1) {
    probe.now = momentOf(step);
    await probe.send();
  }
  const status = await probe.outbox.status();
  const waiting = await probe.outbox.count();
  probe.outbox.close();
  const { deleted, kills } = probe;
  const reckoning = reckon({ rounds: made, deleted, signals, status, waiting, accounts });
  const complaints = sentAnyway.map((what) => `sent although it was deleted: ${what}`);
  return {
    ...reckoning,
    complaints: [...reckoning.complaints, ...complaints],
    requests: stub.requests - before,
    kills,
  };
}
