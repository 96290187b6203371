import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import type { HttpRequest } from '../../../../lib/probe/http.ts';
import { emptyRecord } from '../../../../lib/round/journal.ts';
import type { Observed } from '../../../../lib/round/observed.ts';
import { runRound } from '../../../../lib/round/run.ts';
import { aCatalog, aControl, aService, aTarget } from '../../../helpers/catalog.ts';
import { aFailedObservation } from '../../../helpers/observations.ts';
import { aRoundWorld } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

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
    setTimeout(() => resolve({ ...silence, totalMs: timeoutMs }), 60);
  });
}

interface Run {
  services: string[];
  /** Of the first attempt on a sentinel. */
  first: (request: HttpRequest) => Promise<Partial<typeof silence>>;
  foreignAnswers?: boolean;
  /** Whether names without TLS decide, too, as Telegram's data centres do. */
  plainVotes?: boolean;
}

/** Runs a round in which the services' first attempts go as given, and all others are silent at once. */
async function run({ services, first, foreignAnswers = true, plainVotes = false }: Run) {
  const asked: HttpRequest[] = [];
  const states: Observed[] = [];
  const { tools } = aRoundWorld((request) => {
    const { url } = request;
    if (url.includes('foreign') && !foreignAnswers) return silence;
    if (!services.some((id) => url.includes(`.${id}.`))) return {};
    const isFirst = url.includes('//web.') && !asked.some((one) => one.url === url);
    asked.push(request);
    return isFirst ? first(request) : silence;
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
    tools: { ...tools, writeJournal: async () => undefined },
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
