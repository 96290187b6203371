import { describe, expect, it } from 'vitest';
import type { Service } from '../../../../lib/catalog/schema.ts';
import type { HttpObservation, ProbeHttp } from '../../../../lib/observe/http.ts';
import type { Observed } from '../../../../lib/round/observed.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import { runRound } from '../../../../lib/round/run.ts';
import { aCatalog, aService, aServiceRole, aTarget } from '../../../helpers/catalog.ts';
import { aFailedObservation } from '../../../helpers/observations.ts';
import { aRoundWorld } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

const web = 'https://web.chat.example/';
const service = aService({
  roles: [aServiceRole(), aServiceRole({ role: 'media', required: false, needs: 'web' })],
  targets: [
    aTarget(),
    aTarget({ id: 'chat/media', role: 'media', urls: ['https://media.chat.example/'] }),
    aTarget({ id: 'chat/centres', urls: ['https://one.example/', 'https://two.example/'] }),
  ],
});

const site = aTarget({ id: 'chat/site', urls: ['https://site.chat.example/'] });
/** Another page of a host that is asked anyway. */
const page = aTarget({ id: 'chat/page', urls: [`${web}page`] });

interface Course {
  tested?: Service;
  /** It is shown as failing, and a person asked. */
  mayOpen?: boolean;
  /** Hosts that answer over a connection from before the round, unless asked over one of its own. */
  old?: string[];
  /** Addresses that the browser does not permit. */
  forbidden?: string[];
  /** Hosts that answer after a minute. */
  slow?: string[];
  /** A host’s first connection serves all later requests of the round. */
  keeps?: boolean;
  /** What comes of the attempts on the first target, in their order; then answers. */
  course?: Partial<HttpObservation>[];
  /** Hosts of which the first attempt fails. */
  failing?: string[];
  /** Hosts of which the first answer is late. */
  late?: string[];
  doubted?: string[];
  /** Left out where the browser has no connections apart. */
  freshly?: ((probe: ProbeHttp) => ProbeHttp) | null;
  /** Whether it may have one to the service. */
  mayProbeFreshly?: boolean;
}

/** What was asked over a connection of its own, and what was known of the service when its state was told and at the end. */
async function run({
  tested = service,
  mayOpen = false,
  failing = [],
  late = [],
  doubted = [],
  old = [],
  keeps = false,
  slow = [],
  forbidden = [],
  course = [],
  freshly = (probe) => probe,
  mayProbeFreshly = true,
}: Course) {
  const left = [...course];
  const asked = new Set<string>();
  const fresh: string[] = [];
  const limitsMs: number[] = [];
  const states: Observed[] = [];
  const { tools, pass } = aRoundWorld(({ url }) => {
    const { hostname } = new URL(url);
    const isFirst = !asked.has(hostname);
    asked.add(hostname);
    if (slow.includes(hostname)) pass(60);
    if (url === web && left.length > 0) return left.shift() ?? {};
    if (keeps) return { reusedConnection: !isFirst };
    if (isFirst && old.includes(hostname)) return { reusedConnection: true };
    if (isFirst && late.includes(hostname)) return { totalMs: 7_500 };
    return isFirst && failing.includes(hostname) ? aFailedObservation() : {};
  });
  const probeFreshly = freshly?.(tools.probe);
  const observed = await runRound({
    catalog: aCatalog({ services: [tested] }),
    record: emptyRecord(
      aPlan({ services: [{ id: 'chat', depth: 'all', transfers: [], doubted, mayOpen }] }),
    ),
    signal: new AbortController().signal,
    tools: {
      ...tools,
      isPermitted: async (url) => !forbidden.includes(url),
      ...(probeFreshly && {
        mayProbeFreshly: () => mayProbeFreshly,
        probeFreshly: (request) => {
          fresh.push(request.url);
          limitsMs.push(request.timeoutMs);
          return probeFreshly(request);
        },
      }),
      writeJournal: async () => undefined,
    },
    onProgress: () => undefined,
    onStates: async (seen) => {
      states.push(seen);
    },
  });
  const triesOf = (seen?: Observed) =>
    seen?.services[0]?.attempts.get('chat/web')?.map(({ ok }) => ok);
  return { fresh, limitsMs, atStates: triesOf(states[0]), atEnd: triesOf(observed) };
}

describe('a target that fails now and then', () => {
  it('is asked once more over a new connection, after the states are told', async () => {
    expect(await run({ failing: ['web.chat.example'] })).toMatchObject({
      fresh: [web],
      atStates: [false, true],
      atEnd: [false, true, true],
    });
  });

  it.each([
    ['until one gets through', [true], [false, true, false, true]],
    ['until as many failed as a verdict needs', [false, false], [false, true, false, false]],
  ])(
    'is asked over new ones %s, where its answer came over one that was open',
    async (_case, ends, atEnd) => {
      const later = ends.map((ok) => (ok ? {} : aFailedObservation()));
      const course = [
        aFailedObservation(),
        { reusedConnection: true },
        aFailedObservation(),
        ...later,
      ];

      expect(await run({ course })).toMatchObject({ fresh: [web, web], atEnd });
    },
  );

  it('is asked once more where earlier rounds left it open', async () => {
    expect(await run({ doubted: ['chat/web'] })).toMatchObject({
      fresh: [web],
      atEnd: [true, true],
    });
  });

  it('is not asked where nothing failed, or where the browser has no other connection', async () => {
    expect(await run({})).toMatchObject({ fresh: [], atEnd: [true] });
    expect(await run({ failing: ['web.chat.example'], freshly: null })).toMatchObject({
      atEnd: [false, true],
    });
  });

  it('is asked no more than others where nothing depends on it, or it has several addresses', async () => {
    const { fresh } = await run({
      failing: ['media.chat.example', 'one.example'],
      doubted: ['chat/media', 'chat/centres'],
    });

    expect(fresh).toEqual([]);
  });
});

describe('a target that answers late', () => {
  const late = ['web.chat.example'];

  it('is asked once more over a new connection, and waited for as long as a silent one', async () => {
    expect(await run({ late })).toEqual({
      fresh: [web],
      limitsMs: [15_000],
      atStates: [true],
      atEnd: [true, true],
    });
  });

  it('is asked once more also where the browser has no other connection', async () => {
    const asked = { fresh: [], atEnd: [true, true] };

    expect(await run({ late, freshly: null })).toMatchObject(asked);
    expect(await run({ late, mayProbeFreshly: false })).toMatchObject(asked);
  });

  it('is opened once more where it is a WebSocket', async () => {
    const socket = aTarget({
      id: 'chat/web',
      kind: 'websocket',
      urls: ['wss://web.chat.example/'],
    });
    const tested = aService({ targets: [socket] });

    expect(await run({ tested, late })).toMatchObject({ atStates: [true], atEnd: [true, true] });
    expect(await run({ tested, doubted: ['chat/web'] })).toMatchObject({ atEnd: [true] });
  });

  it('is not asked where nothing depends on it', async () => {
    expect(await run({ late: ['media.chat.example'] })).toMatchObject({ fresh: [] });
  });
});

describe('a service that is shown as failing, where a person asks', () => {
  const two = aService({ targets: [aTarget(), site] });
  const asksIn = async (course: Course) => (await run({ tested: two, ...course })).fresh;

  it('is asked until three new connections got through, before the states are told', async () => {
    expect(await run({ tested: two, mayOpen: true })).toMatchObject({
      fresh: [web],
      atStates: undefined,
      atEnd: [true, true],
    });
  });

  it('is not asked so where it is not shown as failing, or where three got through', async () => {
    const others = ['one', 'two'].map((name) =>
      aTarget({ id: `chat/${name}`, urls: [`https://${name}.example/`] }),
    );
    const four = aService({ targets: [aTarget(), site, ...others] });

    expect(await asksIn({})).toEqual([]);
    expect(await asksIn({ mayOpen: true, tested: four })).toEqual([]);
  });

  it('is not asked so where that gives no three connections', async () => {
    expect(await asksIn({ mayOpen: true, tested: aService() })).toEqual([]);
    // Pages of one host share connections.
    const pages = aService({ targets: [aTarget(), page] });
    expect(await asksIn({ mayOpen: true, tested: pages, keeps: true })).toEqual([]);
    expect(await run({ mayOpen: true, tested: two, freshly: null })).toMatchObject({
      atEnd: [true],
    });
    // What an old connection serves was asked over another already, which the next request would take.
    const { hostname } = new URL(web);
    expect(await asksIn({ mayOpen: true, old: [hostname, 'site.chat.example'] })).toEqual([
      web,
      'https://site.chat.example/',
    ]);
  });

  it('is not asked so where something of it failed', async () => {
    const part = aService({
      roles: service.roles,
      targets: [aTarget(), { ...site, role: 'media' }],
    });

    expect(await asksIn({ mayOpen: true, tested: part })).toEqual([web]);
    expect(await asksIn({ mayOpen: true, tested: part, failing: ['site.chat.example'] })).toEqual(
      [],
    );
  });

  it('is asked so only at hosts that it got through to', async () => {
    const three = aService({ targets: [aTarget(), page, site] });

    expect(
      await asksIn({ mayOpen: true, tested: three, keeps: true, forbidden: [site.urls[0] ?? ''] }),
    ).toEqual([]);
  });

  it('is asked so over TLS alone', async () => {
    const plain = aTarget({ id: 'chat/plain', kind: 'http', votes: false });
    const tested = aService({ sentinel: 'chat/web', targets: [plain, aTarget()] });

    expect(await asksIn({ mayOpen: true, tested })).toEqual([web]);
  });

  it('is not asked so where the round has lasted long', async () => {
    expect(await asksIn({ mayOpen: true, slow: ['site.chat.example'] })).toEqual([]);
  });

  it('is asked once also where earlier rounds left it open', async () => {
    expect(await asksIn({ mayOpen: true, doubted: ['chat/web'] })).toEqual([web]);
  });
});
