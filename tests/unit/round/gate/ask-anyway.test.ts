import { describe, expect, it } from 'vitest';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import type { RoundTools } from '../../../../lib/round/round-tools.ts';
import { runRound } from '../../../../lib/round/run.ts';
import { aCatalog, aControl, aService, aTarget } from '../../../helpers/catalog.ts';
import { aFailedObservation } from '../../../helpers/observations.ts';
import { aRoundWorld, countsOf, type Respond } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

const foreign = 'https://foreign.example/';
const portal = 'http://portal.example/';
const chat = 'https://web.chat.example/';
const talk = 'https://web.talk.example/';
const media = 'https://media.talk.example/';

const catalog = aCatalog({
  services: [
    aService({ operator: 'Chat' }),
    aService({
      id: 'talk',
      operator: 'Talk',
      targets: [
        aTarget({ id: 'talk/web', urls: [talk] }),
        aTarget({ id: 'talk/media', urls: [media] }),
      ],
    }),
  ],
  controls: [
    aControl({ id: 'foreign', group: 'foreign', url: foreign }),
    aControl({ id: 'portal', group: 'portal', url: portal, contains: 'success' }),
  ],
});
async function run(respond: Respond, known = catalog, tools: Partial<RoundTools> = {}) {
  const world = aRoundWorld(respond, tools);
  const services = known.services.map(({ id }) => ({ id, depth: 'all' as const, transfers: [] }));
  const observed = await runRound({
    catalog: known,
    record: emptyRecord(aPlan({ services })),
    signal: new AbortController().signal,
    tools: { ...world.tools, writeJournal: async () => undefined },
    onProgress: () => undefined,
  });
  const software = { version: '1', logic: '1', catalog: '1', browser: 'b' };
  const { round } = diagnoseRound({ ...observed, software }, new Map());
  const states = Object.fromEntries(round.services.map(({ id, state }) => [id, state]));
  return { ...world, round, states };
}

/** Answers some URLs; the rest is silent. */
function only(...open: string[]): Respond {
  return ({ url }) => (open.includes(url) ? {} : aFailedObservation());
}

describe('where no control answers', () => {
  it('a service that opens shows an allowlist, and the others fail with the network', async () => {
    const { round, states, probed } = await run(only(talk, media));

    expect(round.network).toMatchObject({ state: 'allowlist', confidence: 'medium' });
    expect(states).toEqual({ chat: 'likely_blocked', talk: 'ok' });
    expect(round.services[0]).toMatchObject({ scope: 'network', reason: 'network-only-some' });
    expect(countsOf(probed)[foreign]).toBe(2);
  });

  it('a line that has come up meanwhile is not called an allowlist', async () => {
    let up = false;
    const { round, states } = await run(({ url }) => {
      up ||= url === talk;
      return up ? {} : aFailedObservation();
    });

    expect(round.network.state).not.toBe('allowlist');
    expect(states).toEqual({ chat: 'ok', talk: 'ok' });
  });

  it('a foreign certificate opens nothing', async () => {
    const forged = aFailedObservation({
      failure: 'ssl_unknown_authority',
      browserError: 'net::ERR_CERT_AUTHORITY_INVALID',
    });
    const { round, states } = await run(({ url }) =>
      [chat, talk].includes(url) ? forged : aFailedObservation(),
    );

    expect(round.network.state).toBe('offline');
    expect(states).toEqual({ chat: 'insufficient', talk: 'insufficient' });
    expect(round.services[0]?.reason).toBe('network-offline');
  });
});

describe('where a portal answers', () => {
  const behindPortal =
    (...open: string[]): Respond =>
    ({ url }) => {
      if (url === portal) return { httpStatus: 302 };
      return open.includes(url) ? {} : aFailedObservation();
    };

  it('what opens is fine, what fails is unknown, and nothing is asked twice', async () => {
    const { round, states, probed } = await run(behindPortal(talk, media));

    expect(round.network.state).toBe('captive_portal');
    expect(states).toEqual({ chat: 'insufficient', talk: 'ok' });
    expect(round.services[0]?.reason).toBe('network-portal');
    expect(countsOf(probed)).toMatchObject({ [chat]: 1, [talk]: 1, [media]: 1 });
  });

  it('what answers as late as by satellite is waited for', async () => {
    const limits: number[] = [];
    await run((request) => {
      if (request.url === talk) limits.push(request.timeoutMs);
      return behindPortal(talk)(request);
    });

    expect(limits).toEqual([4_500]);
  });

  it('a service of which a part fails is unknown', async () => {
    const { states } = await run(behindPortal(talk));

    expect(states).toEqual({ chat: 'insufficient', talk: 'insufficient' });
  });
});

describe('where a proxy for all but sites at home is dead', () => {
  const home = 'https://home.example/';
  const mir = 'https://web.mir.example/';
  const mirMedia = 'https://media.mir.example/';
  const dead = aFailedObservation({
    failure: 'unknown_failure: net::ERR_PROXY_CONNECTION_FAILED',
    browserError: 'net::ERR_PROXY_CONNECTION_FAILED',
    valid: false,
  });
  const atHome = aService({
    id: 'mir',
    operator: 'Mir',
    operatorCountry: 'RU',
    targets: [
      aTarget({ id: 'mir/web', urls: [mir] }),
      aTarget({ id: 'mir/media', urls: [mirMedia] }),
    ],
  });
  const withHome = {
    ...catalog,
    services: [...catalog.services, atHome],
    controls: [...catalog.controls, aControl({ id: 'home', group: 'domestic', url: home })],
  };

  it('those are asked, and what goes through it is unknown', async () => {
    const { round, states, probed } = await run(but(home, mir, mirMedia), withHome);

    expect(round.network).toMatchObject({ state: 'degraded', trouble: 'proxy' });
    expect(states).toEqual({ chat: 'insufficient', talk: 'insufficient', mir: 'ok' });
    expect(round.services[0]?.reason).toBe('proxy-fails');
    expect(countsOf(probed)).toMatchObject({ [mir]: 1, [mirMedia]: 1 });
    expect(probed).not.toContain(chat);
  });

  it('what fails there is no evidence', async () => {
    const { states } = await run(but(home, mir), withHome);

    expect(states).toMatchObject({ mir: 'insufficient' });
  });

  it('nothing is asked there where nothing answers at home', async () => {
    const { probed, round } = await run(but(), withHome);

    expect(round.network).toMatchObject({ state: 'degraded', trouble: 'proxy' });
    expect(probed).not.toContain(mir);
  });

  it.each([
    [true, true],
    [false, false],
  ])('they are asked through a detour only where they may be (%s)', async (always, isAsked) => {
    const tools = { asksThroughDetour: async () => always };
    const { probed } = await run(
      ({ url }) => (url === home ? {} : { ...dead, proxy: 'http' }),
      withHome,
      tools,
    );

    expect(probed.includes(mir)).toBe(isAsked);
  });

  function but(...open: string[]): Respond {
    return ({ url }) => (open.includes(url) ? {} : dead);
  }
});
