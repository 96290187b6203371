import { vi } from 'vitest';
import type { Catalog } from '../../lib/catalog/schema.ts';
import type { JournalEntry } from '../../lib/model/journal.ts';
import type { ControlMemory } from '../../lib/model/plan.ts';
import type { RoundProgress } from '../../lib/model/progress.ts';
import type { Round, Trigger } from '../../lib/model/round.ts';
import type { Standing } from '../../lib/model/standing.ts';
import { createRoundController, type RoundController } from '../../lib/round/controller.ts';
import type { Refusal } from '../../lib/round/refusal.ts';
import type { RoundStore } from '../../lib/round/round-store.ts';
import { aCatalog } from './catalog.ts';
import type { RoundWorld } from './round-world.ts';
import { someSoftware } from './rounds.ts';

export type Recorded = Parameters<RoundStore['recordRound']>[0];

export interface ControllerWorld {
  controller: RoundController;
  recorded: Recorded[];
  journal: JournalEntry[];
  shown: RoundProgress[];
  /** Rounds whose states were told while the worker went on. */
  states: Round[];
  /** Resolves with the next round's end; null where nothing was recorded. */
  ended: () => Promise<Round | null>;
  /** Ids of rounds that another replaced, null without a result, with what was not recorded of them. */
  replaced: { id: string | null; failure: unknown }[];
  /** Errors of rounds that failed. */
  failures: unknown[];
  onStarted: ReturnType<typeof vi.fn>;
}

export interface ControllerWorldOptions {
  /** Its home is the person's. */
  catalog?: Catalog;
  /** The same catalog for every home by default. */
  catalogFor?: (country: string | null) => Promise<Catalog>;
  journal?: JournalEntry[];
  standings?: Map<string, Standing>;
  lastFullAt?: string | null;
  controlMemory?: ControlMemory;
  /** By default nothing is known of the route. */
  routeSince?: (now: Date) => Promise<string>;
  /** By default nothing is refused. */
  refusalOf?: (trigger: Trigger) => Refusal | null;
  /** Ids; all of the catalog by default. */
  wantedServices?: string[];
  /** Replaces parts of the store in memory, to simulate a full disk. */
  store?: Partial<RoundStore>;
}

/** A controller whose history is in memory. */
export function aControllerWorld(
  { tools }: Pick<RoundWorld, 'tools'>,
  options: ControllerWorldOptions = {},
): ControllerWorld {
  const recorded: Recorded[] = [];
  const journal = options.journal ?? [];
  const shown: RoundProgress[] = [];
  const failures: unknown[] = [];
  const states: Round[] = [];
  const replaced: ControllerWorld['replaced'] = [];
  const waiting: ((round: Round | null) => void)[] = [];
  const onStarted = vi.fn();
  let rounds = 0;
  const catalog = options.catalog ?? aCatalog();
  const controller = createRoundController({
    homeCountry: async () => catalog.home.country,
    catalogFor: options.catalogFor ?? (async () => catalog),
    refusalOf: async (trigger) => options.refusalOf?.(trigger) ?? null,
    wantedServices: async () => options.wantedServices ?? catalog.services.map(({ id }) => id),
    store: {
      readStandings: async () => new Map(options.standings),
      lastFullAt: async () => options.lastFullAt ?? null,
      readControlMemory: async () =>
        options.controlMemory ?? { usualMs: null, silent: [], answered: [], fellSilent: [] },
      recordRound: async (finished) => {
        recorded.push(finished);
        journal.length = 0;
      },
      appendJournal: async (entries) => {
        journal.push(...entries);
      },
      readJournal: async () => [...journal],
      clearJournal: async () => {
        journal.length = 0;
      },
      ...options.store,
    },
    tools,
    ...(options.routeSince && { routeSince: options.routeSince }),
    software: async () => someSoftware,
    restMs: 1_000,
    random: () => 0.5,
    newId: () => {
      rounds += 1;
      return `round-${rounds}`;
    },
    onStarted,
    onProgress: (read) => shown.push(read()),
    onStates: ({ round }) => states.push(round),
    onReplaced({ ended, failure }) {
      replaced.push({ id: ended?.round.id ?? null, failure });
    },
    onEnded({ ended, failure }) {
      if (failure !== undefined) failures.push(failure);
      waiting.shift()?.(ended?.round ?? null);
    },
  });
  const ended = () => new Promise<Round | null>((resolve) => waiting.push(resolve));
  return { controller, recorded, journal, shown, states, replaced, ended, failures, onStarted };
}
