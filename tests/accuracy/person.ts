import { catalogFor } from '../../lib/catalog/index.ts';
import type { Catalog } from '../../lib/catalog/schema.ts';
import { logicVersion } from '../../lib/diagnose/round.ts';
import { controlMemoryOf } from '../../lib/history/control-memory.ts';
import type { Round, Trigger } from '../../lib/model/round.ts';
import type { Standing } from '../../lib/model/standing.ts';
import { createRoundController } from '../../lib/round/controller.ts';
import { createLimits } from '../../lib/round/limits.ts';
import type { RoundStore } from '../../lib/round/round-store.ts';
import { jitteredMinutes, minutesToConfirm } from '../../lib/round/schedule.ts';
import { defaultCheckSettings, defaultInterval } from '../../lib/settings/check-settings.ts';
import { wantedServices } from '../../lib/settings/wanted-services.ts';
import { createSimulatedProbe, type ProbeOptions } from './browser/probe.ts';
import { createSimulatedSocket, createSimulatedStun } from './browser/socket.ts';
import type { Condition, Scene, Situation } from './situations/situation.ts';
import { createRandom } from './time/random.ts';
import { createVirtualTime } from './time/virtual-time.ts';

/** A simulated user of the extension in one situation. */
export interface Person {
  situation: Situation;
  /** The same seeds reproduce the same rounds. */
  seeds: readonly number[];
  rounds: number;
}

export interface LivedRound {
  /** Counted from 0. */
  number: number;
  round: Round;
  standings: readonly Standing[];
  conditions: readonly Condition[];
}

interface Finished {
  round: Round;
  standings: readonly Standing[];
}

const birthMs = Date.parse('2026-11-25T12:00:00.000Z');
const minuteMs = 60_000;

/**
 * Runs some rounds, by hand a minute after each, or at the times that the background worker would choose
 * (`lib/browser/worker/checks/schedule.ts`): every quarter of an hour, a minute after a change of a verdict,
 * half a minute after a network change, the earliest that it may be.
 */
export async function live(person: Person, onRound: (lived: LivedRound) => void): Promise<void> {
  const random = createRandom(...person.seeds);
  const catalog = catalogFor(person.situation.home ?? 'RU');
  const scene = person.situation.create({
    random,
    startMs: birthMs,
    catalog,
    rounds: person.rounds,
  });
  const time = createVirtualTime({ startMs: birthMs, happensAt: scene.world.asleep.endAfter });
  const checkup = createCheckup(scene, { random, time, catalog });
  let dueMs = birthMs + minuteMs / 2;
  const { byHand = false } = person.situation;
  let trigger: Trigger = byHand ? 'manual' : 'startup';

  for (let number = 0; number < person.rounds; number += 1) {
    await time.runUntil(time.wait(dueMs - time.now()));
    scene.roundBegins?.(number, time.now());
    const { round, standings }: Finished = await time.runUntil(checkup(trigger));
    onRound({ number, round, standings, conditions: scene.conditions });
    scene.roundEnds?.(number, time.now());
    if (byHand) {
      dueMs = time.now() + minuteMs;
      continue;
    }
    const scheduleMs = minutesFrom(time.now(), defaultInterval);
    const confirming = minutesToConfirm(standings, new Date(time.now()), random.next);
    const confirmMs: number = confirming === null ? scheduleMs : time.now() + confirming * minuteMs;
    const changeMs = networkChange(time.now(), scheduleMs);
    dueMs = Math.min(scheduleMs, confirmMs, changeMs);
    trigger =
      dueMs === scheduleMs ? 'schedule' : dueMs === confirmMs ? 'confirm' : 'network-change';
  }

  function minutesFrom(nowMs: number, minutes: number): number {
    return nowMs + jitteredMinutes(minutes, random.next) * minuteMs;
  }

  function networkChange(nowMs: number, untilMs: number): number {
    const seenMs = scene.world.changes.beginsWithin(nowMs - minuteMs / 2, untilMs);
    return seenMs === null ? untilMs : seenMs + minuteMs / 2;
  }
}

interface CheckupOptions {
  catalog: Catalog;
  random: ReturnType<typeof createRandom>;
  time: ReturnType<typeof createVirtualTime>;
}

/** The product's round controller in this scene. The function returned resolves with a round. */
function createCheckup({ world }: Scene, { random, time, catalog }: CheckupOptions) {
  const software = {
    version: '0.0.0',
    logic: logicVersion,
    catalog: catalog.version,
    browser: '',
  };
  let begun = 0;
  const newProbe = (options: Pick<ProbeOptions, 'tellsTimes' | 'opensSockets'> = {}) =>
    createSimulatedProbe({ catalog, world, time, random, ...options });
  const probe = newProbe({ tellsTimes: true });
  // The frames of a round share their connections with each other alone.
  let probeInFrame = newProbe();
  let onEnded: (ended: Finished | null) => void = () => undefined;
  const controller = createRoundController({
    homeCountry: async () => catalog.home.country,
    catalogFor: async () => catalog,
    store: createStore(),
    tools: {
      probe,
      probeSlowly: probe,
      probeFreshly: (request) => probeInFrame(request),
      tellsConnected: true,
      // A WebSocket has a connection of its own.
      probeSocket: createSimulatedSocket((request) => newProbe({ opensSockets: true })(request)),
      probeStun: createSimulatedStun(time),
      limits: createLimits({
        connections: 8,
        restMs: 1_000,
        clock: time.now,
        later: time.later,
      }),
      now: time.date,
      wait: time.wait,
      isPermitted: async () => true,
      isOnline: () => !world.unlinked.covers(time.now()),
      savesData: () => false,
      asksThroughDetour: async () => true,
      callServers: async () => 'foreign',
    },
    software: async () => software,
    refusalOf: async () => null,
    wantedServices: async () => wantedServices(defaultCheckSettings, catalog.services),
    restMs: 1_000,
    random: random.next,
    newId: () => {
      begun += 1;
      return `round-${begun}`;
    },
    onStarted() {
      probeInFrame = newProbe();
    },
    onProgress: () => undefined,
    onStates: () => undefined,
    onReplaced: () => undefined,
    onEnded: ({ ended }) => onEnded(ended),
  });

  return async (trigger: Trigger): Promise<Finished> => {
    const over = new Promise<Finished | null>((resolve) => {
      onEnded = resolve;
    });
    await controller.start(trigger, null);
    const ended = await over;
    if (ended === null) throw new Error('A round was not recorded');
    return ended;
  };
}

/** An in-memory history that keeps only what the next round needs. */
function createStore(): RoundStore {
  const standings = new Map<string, Standing>();
  let lastFullAt: string | null = null;
  let recent: Round[] = [];
  return {
    readStandings: async () => new Map(standings),
    lastFullAt: async () => lastFullAt,
    readControlMemory: async () => controlMemoryOf(recent),
    recordRound: async ({ round, standings: next, full }) => {
      recent = [round, ...recent].slice(0, 20);
      for (const one of next) standings.set(one.service, one);
      if (full) lastFullAt = round.startedAt;
    },
    appendJournal: async () => undefined,
    readJournal: async () => [],
    clearJournal: async () => undefined,
  };
}
