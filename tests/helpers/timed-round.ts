import { catalogFor } from '../../lib/catalog/index.ts';
import { logicVersion } from '../../lib/diagnose/round.ts';
import type { PreliminaryWord, RoundProgress } from '../../lib/model/progress.ts';
import type { Round } from '../../lib/model/round.ts';
import type { HttpRequest } from '../../lib/probe/http.ts';
import { type ControllerDependencies, createRoundController } from '../../lib/round/controller.ts';
import { createLimits } from '../../lib/round/limits.ts';
import type { RoundStore } from '../../lib/round/round-store.ts';
import { defaultCheckSettings } from '../../lib/settings/check-settings.ts';
import { wantedServices } from '../../lib/settings/wanted-services.ts';
import { createSimulatedProbe } from '../accuracy/browser/probe.ts';
import { createSimulatedSocket, createSimulatedStun } from '../accuracy/browser/socket.ts';
import type { World } from '../accuracy/browser/world.ts';
import type { Setting } from '../accuracy/situations/situation.ts';
import { createRandom } from '../accuracy/time/random.ts';
import { createVirtualTime } from '../accuracy/time/virtual-time.ts';

export interface TimedRound {
  /** Seconds from the round's start until a service has a word of what is seen so far, by service. */
  wordsAfter: ReadonlyMap<string, SaidSoFar>;
  /** Seconds from the round's start until its states are told. */
  statesAfter: number;
  /** As it was recorded then. */
  states: Round;
  /** At its end. */
  round: Round;
}

/** The first word of a service that a page can show. */
export interface SaidSoFar {
  seconds: number;
  word: PreliminaryWord;
}

export interface TimedOptions {
  /** Of the order of services and witnesses, and of the line. */
  seed: number;
  /** Whether hosts of the home country are asked whatever the route; true if left out. */
  asksThroughDetour?: boolean;
  /** Between two handshakes with a host; 1 s if left out. */
  restMs?: number;
}

const startMs = Date.parse('2026-11-25T12:00:00.000Z');

/** Plays a person's check in a simulated world, by the product's own limits, and tells when it told the states. */
export async function aTimedRound(
  createWorld: (setting: Setting) => World,
  { seed, asksThroughDetour = true, restMs = 1_000 }: TimedOptions,
): Promise<TimedRound> {
  const random = createRandom(seed);
  const catalog = catalogFor('RU');
  const world = createWorld({ random, startMs, catalog, rounds: 1 });
  const time = createVirtualTime({ startMs });
  const newProbe = () => createSimulatedProbe({ catalog, world, time, random });
  const probe = newProbe();
  const probeInFrame = newProbe();
  const ended = Promise.withResolvers<Round | null>();
  let told: Pick<TimedRound, 'states' | 'statesAfter'> | undefined;
  const seconds = () => (time.now() - startMs) / 1_000;
  const tell = (states: Round) => ({ states, statesAfter: seconds() });
  const wordsAfter = new Map<string, SaidSoFar>();
  const noteWords = ({ services }: RoundProgress) => {
    for (const { id, word } of services) {
      if (word !== null && !wordsAfter.has(id)) wordsAfter.set(id, { seconds: seconds(), word });
    }
  };
  const tools: ControllerDependencies['tools'] = {
    probe,
    probeSlowly: probe,
    probeFreshly: (request: HttpRequest) => probeInFrame(request),
    tellsConnected: true,
    probeSocket: createSimulatedSocket(probe),
    probeStun: createSimulatedStun(time),
    limits: createLimits({ connections: 8, restMs, clock: time.now, later: time.later }),
    now: time.date,
    wait: time.wait,
    isPermitted: async () => true,
    isOnline: () => true,
    savesData: () => false,
    asksThroughDetour: async () => asksThroughDetour,
    callServers: async () => 'foreign',
  };
  const controller = createRoundController({
    homeCountry: async () => 'RU',
    catalogFor: async () => catalog,
    store: anEmptyStore(),
    tools,
    software: async () => ({ version: '0', logic: logicVersion, catalog: '', browser: '' }),
    refusalOf: async () => null,
    wantedServices: async () => wantedServices(defaultCheckSettings, catalog.services),
    restMs,
    random: random.next,
    newId: () => 'round',
    onStarted: () => undefined,
    onProgress: (read) => noteWords(read()),
    onStates: ({ round }) => {
      told = tell(round);
    },
    onReplaced: () => undefined,
    onEnded: (outcome) => ended.resolve(outcome.ended?.round ?? null),
  });
  await controller.start('manual', null);
  const round = await time.runUntil(ended.promise);
  if (round === null) throw new Error('The round was not recorded');
  return { ...(told ?? tell(round)), wordsAfter, round };
}

function anEmptyStore(): RoundStore {
  return {
    readStandings: async () => new Map(),
    lastFullAt: async () => null,
    readControlMemory: async () => ({ usualMs: null, silent: [], answered: [], fellSilent: [] }),
    recordRound: async () => undefined,
    appendJournal: async () => undefined,
    readJournal: async () => [],
    clearJournal: async () => undefined,
  };
}
