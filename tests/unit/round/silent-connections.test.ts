import { describe, expect, it, vi } from 'vitest';
import { controlMemoryOf } from '../../../lib/history/control-memory.ts';
import type { Attempt } from '../../../lib/model/attempt.ts';
import type { JournalEntry } from '../../../lib/model/journal.ts';
import type { Round } from '../../../lib/model/round.ts';
import type { HttpRequest } from '../../../lib/probe/http.ts';
import { emptyRecord } from '../../../lib/round/round-record.ts';
import { createMayBeSilenced } from '../../../lib/round/silent-connections.ts';
import { aFailure } from '../../helpers/attempts.ts';
import { aCatalog, aService, aTarget, aTransferControl } from '../../helpers/catalog.ts';
import { at, dateAt } from '../../helpers/clock.ts';
import { aControllerWorld, type Recorded } from '../../helpers/controller-world.ts';
import { rejectWhenAborted } from '../../helpers/http-world.ts';
import { aFailedObservation } from '../../helpers/observations.ts';
import { aRoundWorld } from '../../helpers/round-world.ts';
import { aPlan } from '../../helpers/rounds.ts';

const keepsSilentMs = 74_000;
const freezing = aService({
  targets: [
    aTarget(),
    aTarget({ id: 'chat/large', kind: 'download', urls: ['https://web.chat.example/large'] }),
  ],
});
const catalog = aCatalog({ services: [freezing], transferControls: [aTransferControl()] });

describe('a request over a connection on which a transfer fell silent', () => {
  const stopped = aFailure('timeout', {
    startedAt: at(10),
    failedOperation: 'read',
    freezeAtBytes: 16_000,
    lastByteMs: 1_000,
  });

  it.each([
    [false, 'https://web.chat.example/', 10],
    [true, 'https://web.chat.example/', 11],
    [true, 'wss://web.chat.example/socket', 84],
    [false, 'https://web.chat.example/', 85],
    [false, 'https://cdn.chat.example/', 20],
  ])('may be silenced (%s): to %s after %d s', (expected, url, seconds) => {
    const record = emptyRecord(aPlan());
    record.targets.set('chat/large', [stopped]);

    const mayBeSilenced = createMayBeSilenced(catalog, record, { keepsSilentMs });

    expect(mayBeSilenced(url, at(seconds))).toBe(expected);
    expect(createMayBeSilenced(catalog, record, {})(url, at(seconds))).toBe(false);
  });

  it('may be silenced by one of before the round', () => {
    const lastByteAt = dateAt(-60).getTime();
    const silentConnections = [{ host: 'web.chat.example', lastByteAt }];
    const record = emptyRecord(aPlan({ silentConnections }));

    const mayBeSilenced = createMayBeSilenced(catalog, record, { keepsSilentMs });

    expect(mayBeSilenced('https://web.chat.example/', at(13))).toBe(true);
    expect(mayBeSilenced('https://web.chat.example/', at(14))).toBe(false);
  });
});

/** When Firefox drops a connection that fell silent. */
const droppedAfterSeconds = 68.5;
const silence = { failure: 'generic_timeout_error', browserError: null } as const;

/**
 * Two checks by hand of a service whose transfers freeze, the second as soon as the first has told its states. The
 * browser goes on using the frozen connection.
 * @param cutShort the first is cancelled as soon as it froze, and leaves nothing in history
 */
async function checkTwice(cutShort = false): Promise<Recorded[]> {
  let frozenAt: number | undefined;
  const respond = ({ url, receiveBytes }: HttpRequest) => {
    if (!url.includes('chat.example')) return { bytes: receiveBytes ?? 0, totalMs: 100 };
    const now = world.tools.now().getTime();
    if (frozenAt !== undefined && now < frozenAt + droppedAfterSeconds * 1_000) {
      world.pass(7.5);
      return aFailedObservation({ ...silence, failedOperation: null, totalMs: 7_500 });
    }
    if (receiveBytes === undefined) return {};
    frozenAt = now;
    world.pass(10);
    return aFailedObservation({
      ...silence,
      failedOperation: 'read',
      bytes: 13_000,
      freezeAtBytes: 16_000,
      lastByteMs: 100,
      totalMs: 10_000,
    });
  };
  const instant = aRoundWorld(respond, { keepsSilentMs });
  // The repeat is long in coming.
  const wait: typeof instant.tools.wait = (milliseconds, signal) =>
    milliseconds < 30_000 ? instant.tools.wait(milliseconds, signal) : rejectWhenAborted(signal);
  const world = { ...instant, tools: { ...instant.tools, wait } };
  const recorded: Recorded[] = [];
  const frozen = Promise.withResolvers<void>();
  const { controller, states } = aControllerWorld(world, {
    catalog,
    store: {
      appendJournal: async (entries) => {
        const isLarge = (one: JournalEntry) => one.kind === 'target' && one.target === 'chat/large';
        if (entries.some(isLarge)) frozen.resolve();
      },
      recordRound: async (finished) => void recorded.push(finished),
      readControlMemory: async () => controlMemoryOf(recorded.map(({ round }) => round)),
    },
  });

  await controller.start('manual', null);
  if (cutShort) {
    await frozen.promise;
    controller.cancel();
  } else {
    await vi.waitUntil(() => states.length === 1, { interval: 1 });
  }
  await controller.start('manual', null);
  await controller.idle();
  return recorded;
}

function attemptsOn(round: Round | undefined): Attempt[] {
  return (round?.services ?? []).flatMap(({ targets }) => targets).flatMap((one) => one.attempts);
}

describe('a second check within seconds of a freeze', () => {
  it('takes the silence of the frozen connection for no evidence', async () => {
    const [first, second] = await checkTwice();

    expect(first?.round.services).toMatchObject([{ state: 'ok', confidence: 'low' }]);
    expect(second?.round.services).toMatchObject([
      { roundState: 'insufficient', mechanisms: [], reason: 'too-few-attempts' },
    ]);
    expect(attemptsOn(second?.round).map(({ valid }) => valid)).toEqual([false, false]);
  });

  it('knows of the freeze if the first was cancelled', async () => {
    const recorded = await checkTwice(true);

    expect(recorded.map(({ round }) => round.services)).toMatchObject([
      [{ roundState: 'insufficient', reason: 'too-few-attempts' }],
    ]);
  });

  it('leaves both to be made up for by a full one', async () => {
    const recorded = await checkTwice();

    expect(recorded.map(({ full }) => full)).toEqual([false, false]);
  });
});
