import { encode } from '@dnsquery/dns-packet';
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import type { HttpObservation } from '../../../../lib/observe/http.ts';
import { observedUntilDeath } from '../../../../lib/round/observed.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import { runRound } from '../../../../lib/round/run.ts';
import { lateNames } from '../../../../lib/round/service/late-names.ts';
import { error } from '../../../accuracy/browser/flow.ts';
import type { World } from '../../../accuracy/browser/world.ts';
import { aWorld } from '../../../accuracy/situations/lines.ts';
import { hostsOf } from '../../../accuracy/situations/services.ts';
import type { Setting } from '../../../accuracy/situations/situation.ts';
import { aFailure, anAttempt, repeated, spaced } from '../../../helpers/attempts.ts';
import { aCatalog, aResolver, aService, aTarget } from '../../../helpers/catalog.ts';
import { at } from '../../../helpers/clock.ts';
import { aResolution } from '../../../helpers/evidence.ts';
import { aFailedObservation } from '../../../helpers/observations.ts';
import { aRoundWorld, countsOf } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';
import { aTimedRound } from '../../../helpers/timed-round.ts';

const services = ['whatsapp', 'telegram', 'signal', 'discord'];

interface Outage {
  /** Seconds from the round's start. */
  from: number;
  to: number;
  /** A national resolver withholds the names as well. */
  national?: boolean;
}

const steady = { from: 0, to: Number.POSITIVE_INFINITY };

/** The system's resolver alone does not find the names of a service. */
function withoutNames(id: string, { from, to, national = false }: Outage) {
  return (setting: Setting): World => {
    const world = aWorld(setting, { roundTripMs: 60, loss: () => false });
    const names = hostsOf(...setting.catalog.services.filter((one) => one.id === id));
    world.obstacles.push(({ host }, step, atMs) => {
      const seconds = (atMs - setting.startMs) / 1_000;
      const isOut = from <= seconds && seconds < to;
      return isOut && step === 'resolve' && names.has(host) ? error('NAME_NOT_RESOLVED') : null;
    });
    world.lookUp = (name, resolver) =>
      national && resolver.national && names.has(name) ? 'unknown' : 'known';
    return world;
  };
}

async function check(id: string, outage: Outage, seed = 1) {
  const timed = await aTimedRound(withoutNames(id, outage), { seed });
  const service = ({ services: all }: typeof timed.round) => all.find((one) => one.id === id);
  const { startedAt, finishedAt } = timed.round;
  const endsAfter = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1_000;
  return { ...timed, endsAfter, first: service(timed.states), last: service(timed.round) };
}

describe('names of a service that the system’s resolver does not find', () => {
  it.each(services)('for up to 11 s of a check are no block of %s', async (id) => {
    const wrong: string[] = [];
    for (const from of [-4, -2, 0, 2, 4]) {
      for (const length of [3, 5, 8, 11]) {
        const outage = { from, to: from + length };
        const { first, last } = await check(id, outage, 5 + from);
        const isProven = first?.state !== 'ok' && first?.confidence === 'high';
        if (isProven || first?.state === 'blocked') wrong.push(`${from}, ${length} s: at first`);
        if (last?.state !== 'ok') wrong.push(`${from}, ${length} s: ${last?.state}`);
      }
    }

    expect(wrong).toEqual([]);
  });

  it.each(services)('steadily are a block of %s, told as soon as before', async (id) => {
    const { statesAfter, endsAfter, first, last } = await check(id, steady);

    expect(statesAfter).toBeLessThanOrEqual(8.5);
    expect(first).toMatchObject({
      state: id === 'telegram' ? 'impaired' : 'likely_blocked',
      confidence: 'medium',
      mechanisms: ['dns.error'],
    });
    expect(endsAfter).toBeLessThanOrEqual(15);
    expect(last).toMatchObject({
      state: id === 'telegram' ? 'impaired' : 'blocked',
      confidence: 'high',
      mechanisms: ['dns.error'],
    });
  });

  it('are a block at once where a national resolver withholds them', async () => {
    const { endsAfter, first } = await check('signal', { ...steady, national: true });

    expect(first).toMatchObject({ state: 'blocked', mechanisms: ['dns.nxdomain'] });
    expect(endsAfter).toBeLessThanOrEqual(8.5);
  });
});

const missed = aFailedObservation({
  failure: 'unknown_failure: net::ERR_NAME_NOT_RESOLVED',
  failedOperation: 'resolve',
});
const silent = { ...missed, totalMs: 6_000 };

function anAnswer(...addresses: string[]): Partial<HttpObservation> {
  const answers = addresses.map(
    (data) => ({ type: 'A', name: 'web.chat.example', ttl: 60, data }) as const,
  );
  return { body: encode({ type: 'response', id: 0, flags: 0x0180, answers }) };
}

interface Course {
  /** How each try of the page fails; the last one again and again. */
  tries?: Partial<HttpObservation>[];
  trusted?: Partial<HttpObservation>;
  /** Names that were withheld minutes ago. */
  withheld?: string[];
}

const chat = aService({
  sentinel: 'chat/web',
  targets: [
    aTarget({ id: 'chat/web' }),
    aTarget({ id: 'chat/more', urls: ['https://web.chat.example/more'] }),
    aTarget({ id: 'chat/socket', kind: 'websocket', urls: ['wss://web.chat.example/socket'] }),
  ],
});

/** A round in which one name is missed, with what was awaited when the states were told, if that was before its end. */
async function run({ tries = [missed], trusted, withheld }: Course) {
  let tried = 0;
  const { tools, probed } = aRoundWorld(({ url }) => {
    const { hostname, pathname } = new URL(url);
    if (hostname.endsWith('trusted.example')) return trusted ?? anAnswer('93.184.216.34');
    if (hostname !== 'web.chat.example') return {};
    if (pathname !== '/') return tried >= tries.length && tries.length > 1 ? {} : missed;
    tried += 1;
    return tries[tried - 1] ?? tries.at(-1) ?? {};
  });
  const atStates: (readonly string[] | undefined)[] = [];
  const record = emptyRecord(
    aPlan({
      services: [{ id: 'chat', depth: 'all', transfers: [], ...(withheld && { withheld }) }],
    }),
  );
  const catalog = aCatalog({
    services: [chat],
    resolvers: ['one', 'two'].map((id) =>
      aResolver({ id, url: `https://${id}.trusted.example/dns-query` }),
    ),
  });
  const observed = await runRound({
    catalog,
    record,
    signal: new AbortController().signal,
    tools: { ...tools, writeJournal: async () => undefined },
    onProgress: () => undefined,
    onStates: async ({ awaited }) => void atStates.push(awaited),
  });
  const triesOf = (id: string) => observed.services[0]?.attempts.get(id) ?? [];
  return {
    atStates,
    awaited: observed.awaited,
    counts: countsOf(probed),
    triesOf,
    // As if the worker had died before the last tries.
    unfinished: observedUntilDeath(catalog, {
      ...record,
      targets: new Map([...record.targets].map(([id, all]) => [id, all.slice(0, 3)])),
    }).awaited,
  };
}

describe('a name that the system’s resolver missed three times', () => {
  it('is asked once more 12 s later, for all that is there', async () => {
    const { atStates, awaited, triesOf, unfinished } = await run({});
    const starts = triesOf('chat/web').map(({ startedAt }) => Date.parse(startedAt));

    expect(atStates).toEqual([['chat/web', 'chat/more', 'chat/socket']]);
    expect(starts).toHaveLength(4);
    expect((starts.at(-1) ?? 0) - (starts[0] ?? 0)).toBeGreaterThanOrEqual(12_000);
    expect(triesOf('chat/more')).toHaveLength(3);
    expect(awaited).toBeUndefined();
    expect(unfinished).toEqual(['chat/web', 'chat/more', 'chat/socket']);
  });

  it('is asked for each that was missed once it is found', async () => {
    const { triesOf } = await run({ tries: [missed, missed, missed, {}] });

    expect(['chat/web', 'chat/more', 'chat/socket'].map((id) => triesOf(id).at(-1)?.ok)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it.each<[string, Course]>([
    ['it was withheld minutes ago', { withheld: ['web.chat.example'] }],
    ['no other resolver finds it', { trusted: anAnswer() }],
    ['the resolver was silent', { tries: [silent] }],
    ['it was found meanwhile', { tries: [missed, missed, {}] }],
  ])('is not asked again where %s', async (_where, course) => {
    const { atStates, awaited, triesOf } = await run(course);

    expect(atStates).toEqual([]);
    expect(awaited).toBeUndefined();
    expect(triesOf('chat/web').length).toBeLessThanOrEqual(3);
  });

  it.each<[string, Attempt[], number]>([
    ['as long as it is missed', [], 1],
    ['once it was found', [anAttempt()], 0],
    ['once its server cut the connection off', [aFailure('reset')], 0],
    ['while its server is silent', [aFailure('timeout')], 1],
  ])('is to be asked again %s', (_while, later, count) => {
    const record = emptyRecord(aPlan());
    const seen = spaced([...repeated('name', 3), ...later]).map((one, index) => ({
      ...one,
      startedAt: at(index),
    }));
    const known = aResolution({ name: 'web.chat.example' });
    const missing = {
      ...record,
      targets: new Map([['chat/web', seen]]),
      resolutions: [known],
    };

    expect(lateNames(aCatalog({ services: [chat] }), missing)).toHaveLength(count);
  });

  it('is asked again where another was withheld minutes ago', async () => {
    const { triesOf } = await run({ withheld: ['media.chat.example'] });

    expect(triesOf('chat/web')).toHaveLength(4);
  });
});
