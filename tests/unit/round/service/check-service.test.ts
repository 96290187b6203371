import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import type { HttpRequest } from '../../../../lib/probe/http.ts';
import type { Observed } from '../../../../lib/round/observed.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import type { RoundTools } from '../../../../lib/round/round-tools.ts';
import { runRound } from '../../../../lib/round/run.ts';
import { aCatalog, aControl, aService, aTarget } from '../../../helpers/catalog.ts';
import { aFailedObservation } from '../../../helpers/observations.ts';
import { aRoundWorld } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

/** As Firefox tells of a connection that broke off, or that it closed itself. */
const broken = aFailedObservation({
  failure: 'connection_reset',
  failedOperation: 'http_round_trip',
  browserError: 'NS_ERROR_ABORT',
});
const silence = aFailedObservation({ failure: 'generic_timeout_error', browserError: null });

function aServiceOf(id: string, plainVotes: boolean) {
  const target = (role: 'web' | 'media') =>
    aTarget({ id: `${id}/${role}`, role, urls: [`https://${role}.${id}.example/`] });
  const plain = aTarget({
    id: `${id}/plain`,
    kind: 'http',
    urls: [`http://plain.${id}.example/`],
    votes: plainVotes,
  });
  return aService({ id, sentinel: `${id}/web`, targets: [target('web'), target('media'), plain] });
}

/** Pending until it is given up, or forever silent hosts' limit of 15 s ends it. */
function untilGivenUp({ giveUp, timeoutMs }: HttpRequest): Promise<typeof silence> {
  return new Promise((resolve) => {
    giveUp?.addEventListener('abort', () => resolve({ ...silence, totalMs: 7_500 }));
    // All that was to be done beside it has been done by then.
    void setTimeout(60).then(() => resolve({ ...silence, totalMs: timeoutMs }));
  });
}

type Answering = (request: HttpRequest) => Promise<Partial<typeof silence>>;

interface Run {
  services: string[];
  /** Of the first attempt on a sentinel, or of several in turn. */
  first: Answering | Answering[];
  foreignAnswers?: boolean;
  /** Whether names without TLS decide, too, as Telegram's data centres do. */
  plainVotes?: boolean;
  /** As in Chromium, where a connection from before does not serve every request. */
  asksFreshly?: boolean;
  writeJournal?: RoundTools['writeJournal'];
}

/** Runs a round in which the services' first attempts go as given, and all others are silent at once. */
async function run(options: Run) {
  const { services, first, foreignAnswers = true, plainVotes = false } = options;
  const { asksFreshly = false, writeJournal = async () => undefined } = options;
  const asked: HttpRequest[] = [];
  const states: Observed[] = [];
  const { tools } = aRoundWorld((request) => {
    const { url } = request;
    if (url.includes('foreign') && !foreignAnswers) return silence;
    if (!services.some((id) => url.includes(`.${id}.`))) return {};
    const turn = asked.filter((one) => one.url === url).length;
    asked.push(request);
    const answering = url.includes('//web.') ? [first].flat()[turn] : undefined;
    return answering?.(request) ?? silence;
  });
  const observed = await runRound({
    catalog: aCatalog({
      services: services.map((id) => aServiceOf(id, plainVotes)),
      controls: [
        aControl(),
        aControl({ id: 'home', group: 'domestic', url: 'https://home.example/' }),
      ],
    }),
    record: emptyRecord(
      aPlan({ services: services.map((id) => ({ id, depth: 'all', transfers: [] })) }),
    ),
    signal: new AbortController().signal,
    tools: { ...tools, ...(asksFreshly && { probeFreshly: tools.probe }), writeJournal },
    onProgress: () => undefined,
    onStates: async (seen) => {
      states.push(seen);
    },
  });
  const attempts = (target: string, of: Observed | undefined = observed): readonly Attempt[] =>
    of?.services.flatMap((one) => one.attempts.get(target) ?? []) ?? [];
  return { asked, attempts, states };
}

it('asks a name again for longer than its resolver was silent', async () => {
  const silentName = {
    ...aFailedObservation({ failure: 'dns_nxdomain_error', failedOperation: 'resolve' }),
    totalMs: 10_010,
  };

  const { asked } = await run({ services: ['chat'], first: async () => silentName });

  const rechecks = asked.filter(({ url }) => url === 'https://web.chat.example/').slice(1);
  expect(rechecks[0]?.timeoutMs).toBe(11_510);
});

describe('a sentinel that is silent', () => {
  it('runs on beside two rechecks, and counts as the third failure', async () => {
    const { asked, attempts, states } = await run({ services: ['chat'], first: untilGivenUp });

    expect(asked[0]).toMatchObject({ url: 'https://web.chat.example/', timeoutMs: 15_000 });
    expect(attempts('chat/web', states[0]).map(({ totalMs }) => totalMs)).toContain(15_000);
    expect(attempts('chat/web', states[0])).toHaveLength(3);
  });

  it.each([
    [5, 5, 'five'],
    [6, 6, 'own-one'],
    [6, 3, 'six'],
  ])('of %i services is waited for in %i where the last is %s', async (count, waitedFor, last) => {
    const services = [...['one', 'two', 'three', 'four', 'five'].slice(0, count - 1), last];

    const { attempts, states } = await run({ services, first: untilGivenUp });

    const longest = services.map((id) =>
      Math.max(...attempts(`${id}/web`, states[0]).map(({ totalMs }) => totalMs ?? 0)),
    );
    const limits = services.map((_id, index) => (index < count - waitedFor ? 7_500 : 15_000));
    expect(longest.toSorted((one, other) => one - other)).toEqual(limits);
  });

  it('is waited for in its last recheck where it was given up, as in a second service of one’s own', async () => {
    const services = ['own-one', 'own-two', 'own-three'];

    const { asked } = await run({ services, first: untilGivenUp });

    const longRechecks = services.map((id) => {
      const own = asked.filter(({ url }) => url === `https://web.${id}.example/`);
      return own.slice(1, 3).map(({ timeoutMs }) => timeoutMs === 15_000);
    });
    expect(longRechecks.toSorted(([, one], [, other]) => Number(one) - Number(other))).toEqual([
      [false, false],
      [false, true],
      [false, true],
    ]);
  });

  it('is waited for as well where its first attempt broke off', async () => {
    const first = [async () => broken, untilGivenUp];

    const { attempts, states } = await run({ services: ['chat'], first });

    const [brokeOff, ...others] = attempts('chat/web', states[0]);
    expect(brokeOff?.browserError).toBe('NS_ERROR_ABORT');
    expect(others.map(({ totalMs }) => totalMs)).toContain(15_000);
    expect(others).toHaveLength(3);
  });

  it('is rechecked as well where a connection from before had answered', async () => {
    const first = [async () => ({ reusedConnection: true }), untilGivenUp];

    const { attempts, states } = await run({ services: ['chat'], first, asksFreshly: true });

    const [overOld, ...others] = attempts('chat/web', states[0]);
    expect(overOld).toMatchObject({ ok: true, reusedConnection: true });
    expect(others.map(({ failure }) => failure)).toEqual(others.map(() => silence.failure));
    expect(others).toHaveLength(3);
  });

  it('is asked a third time where what ran on broke off with the first recheck', async () => {
    const cut = Promise.withResolvers<typeof broken>();
    const isNoted = Promise.withResolvers<void>();
    // The recheck is over once the other is noted, and before that is written.
    async function writeRecheck() {
      cut.resolve(broken);
      await isNoted.promise;
    }
    async function writeFirst() {
      isNoted.resolve();
      await setTimeout(5);
    }
    const writing = [writeRecheck, writeFirst];

    const { attempts, states } = await run({
      services: ['chat'],
      first: [() => cut.promise, async () => broken],
      writeJournal: async (entry) => {
        if (entry.kind === 'target' && entry.target === 'chat/web') await writing.shift()?.();
      },
    });

    expect(attempts('chat/web', states[0])).toHaveLength(3);
  });

  it('lets the rest of its service wait until the states are told', async () => {
    const { attempts, states } = await run({ services: ['chat'], first: untilGivenUp });

    expect(attempts('chat/media', states[0])).toEqual([]);
    expect(attempts('chat/media').length).toBeGreaterThan(0);
    expect(attempts('chat/plain', states[0]).length).toBeGreaterThan(0);
  });

  it('has what decides without TLS asked once beside it', async () => {
    const { attempts, states } = await run({
      services: ['chat'],
      first: untilGivenUp,
      plainVotes: true,
    });

    expect(attempts('chat/plain', states[0])).toHaveLength(1);
  });

  it('lets plain names wait, too, where nothing foreign opens', async () => {
    const { attempts, states } = await run({
      services: ['chat'],
      first: untilGivenUp,
      foreignAnswers: false,
    });

    expect(attempts('chat/web', states[0])).toHaveLength(3);
    expect(attempts('chat/plain', states[0])).toEqual([]);
    expect(attempts('chat/plain').length).toBeGreaterThan(0);
  });

  it('that answers after all is no failure, and the rest of its service is asked', async () => {
    const answerLate = (request: HttpRequest) =>
      untilGivenUp(request).then(() => ({ failure: null, totalMs: 9_000 }));

    const { attempts, states } = await run({ services: ['chat'], first: answerLate });

    expect(attempts('chat/web').filter(({ ok }) => ok)).toMatchObject([{ totalMs: 9_000 }]);
    expect(attempts('chat/media', states[0] ?? undefined).length).toBeGreaterThan(0);
  });

  it('is not waited for where nothing foreign opens', async () => {
    const { asked } = await run({
      services: ['chat'],
      first: untilGivenUp,
      foreignAnswers: false,
    });

    expect(asked[0]?.timeoutMs).toBeLessThan(7_500);
  });
});
