import { describe, expect, it } from 'vitest';
import type { ProbeHttp } from '../../../../lib/observe/http.ts';
import { emptyRecord } from '../../../../lib/round/journal.ts';
import type { Observed } from '../../../../lib/round/observed.ts';
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

interface Course {
  /** Hosts of which the first attempt fails. */
  failing?: string[];
  doubted?: string[];
  /** Left out where the browser has no connections apart. */
  freshly?: ((probe: ProbeHttp) => ProbeHttp) | null;
}

/** What was asked over a connection of its own, and what was known of the service when its state was told and at the end. */
async function run({ failing = [], doubted = [], freshly = (probe) => probe }: Course) {
  const asked = new Set<string>();
  const fresh: string[] = [];
  const states: Observed[] = [];
  const { tools } = aRoundWorld(({ url }) => {
    const { hostname } = new URL(url);
    const isFirst = !asked.has(hostname);
    asked.add(hostname);
    return isFirst && failing.includes(hostname) ? aFailedObservation() : {};
  });
  const probeFreshly = freshly?.(tools.probe);
  const observed = await runRound({
    catalog: aCatalog({ services: [service] }),
    record: emptyRecord(
      aPlan({ services: [{ id: 'chat', depth: 'all', transfers: [], doubted }] }),
    ),
    signal: new AbortController().signal,
    tools: {
      ...tools,
      ...(probeFreshly && {
        probeFreshly: (request) => {
          fresh.push(request.url);
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
  return { fresh, atStates: triesOf(states[0]), atEnd: triesOf(observed) };
}

describe('a target that fails now and then', () => {
  it('is asked once more over a new connection, after the states are told', async () => {
    expect(await run({ failing: ['web.chat.example'] })).toEqual({
      fresh: [web],
      atStates: [false, true],
      atEnd: [false, true, true],
    });
  });

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
