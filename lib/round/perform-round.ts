import type { Catalog } from '../catalog/schema.ts';
import { withKeptAddresses } from '../diagnose/evidence/kept-addresses.ts';
import { withoutNamesElsewhere } from '../diagnose/evidence/kept-answers.ts';
import type { RoundEvidence } from '../diagnose/evidence/round-evidence.ts';
import { diagnoseRound } from '../diagnose/round.ts';
import type { ControlMemory, Plan } from '../model/plan.ts';
import type { Round, Software, Trigger } from '../model/round.ts';
import type { Standing } from '../model/standing.ts';
import { type Observed, observedUntilDeath } from './observed.ts';
import { planRound } from './plan.ts';
import { createRoundJournal, type RoundJournal } from './round-journal.ts';
import { emptyRecord, type RoundRecord } from './round-record.ts';
import type { RoundStore } from './round-store.ts';
import type { RoundTools } from './round-tools.ts';
import { type RoundRun, runRound } from './run.ts';
import { silentConnectionsIn } from './silent-connections.ts';

export interface RoundDependencies {
  /** The person's home country, ISO 3166-1 alpha-2; null where it is unknown. */
  homeCountry: () => Promise<string | null>;
  /** What rounds may probe for a person at home in a country, their own services included. */
  catalogFor: (country: string | null) => Promise<Catalog>;
  store: RoundStore;
  tools: Omit<RoundTools, 'writeJournal'>;
  software: () => Promise<Software>;
  /** ISO 8601 UTC, since when nothing shows that traffic may have gone another way; left out where it is unknown. */
  routeSince?: (now: Date) => Promise<string>;
  /** Ids of the services that the person wants to be checked. */
  wantedServices: () => Promise<readonly string[]>;
  /** From 0 to 1, as `Math.random`. */
  random: () => number;
}

export interface RecordedRound {
  round: Round;
  standings: readonly Standing[];
  /** Why it could not be recorded, as on a full disk; left out where it was. */
  unsaved?: unknown;
}

export interface RoundRequest {
  id: string;
  trigger: Trigger;
  /** Service ids; null for those that the person wants. */
  only: readonly string[] | null;
  /** What the round before had observed, which may have been cancelled and so left nothing in history. */
  before?: RoundRecord | undefined;
}

const nothingRemembered: ControlMemory = {
  usualMs: null,
  silent: [],
  answered: [],
  fellSilent: [],
};

/** A memory that cannot be read stops no round. */
function orElse<Value>(reading: Promise<Value>, without: Value): Promise<Value> {
  return reading.catch((error: unknown) => {
    console.warn('The round goes on without what was remembered:', error);
    return without;
  });
}

/** Where it cannot be read, nothing before now counts. */
async function knownRoute({
  routeSince,
  tools,
}: RoundDependencies): Promise<Pick<RoundEvidence, 'routeSince'>> {
  if (routeSince === undefined) return {};
  const now = tools.now();
  return { routeSince: await orElse(routeSince(now), now.toISOString()) };
}

/** Plans a round by what history knows. */
export async function newRecord(
  dependencies: RoundDependencies,
  request: RoundRequest,
): Promise<RoundRecord> {
  const { random, store, tools } = dependencies;
  const [only, home, standings, lastFullAt, memory, route] = await Promise.all([
    request.only ?? dependencies.wantedServices(),
    dependencies.homeCountry(),
    orElse(store.readStandings(), new Map<string, Standing>()),
    orElse(store.lastFullAt(), null),
    orElse(store.readControlMemory(), nothingRemembered),
    knownRoute(dependencies),
  ]);
  const { before, ...asked } = request;
  const catalog = await dependencies.catalogFor(home);
  const fellSilent = before === undefined ? [] : silentConnectionsIn(catalog, before);
  const plan = planRound({
    ...asked,
    ...route,
    only,
    now: tools.now(),
    catalog,
    standings,
    lastFullAt,
    controlMemory: { ...memory, fellSilent: [...memory.fellSilent, ...fellSilent] },
    keepsSilentMs: tools.keepsSilentMs ?? 0,
    savesData: tools.savesData(),
    random,
  });
  return emptyRecord(plan);
}

export interface RoundListeners {
  signal: AbortSignal;
  onProgress: RoundRun['onProgress'];
  /** The states are recorded, while attempts go on that only deepen labels and are recorded at the end. */
  onStates: (recorded: RecordedRound) => void;
}

/** Runs a planned or resumed round, and records it. Rejects when the signal is aborted. */
export async function performRound(
  dependencies: RoundDependencies,
  record: RoundRecord,
  { onStates, ...run }: RoundListeners,
): Promise<RecordedRound> {
  const { store, tools } = dependencies;
  const catalog = await catalogOf(dependencies, record);
  const journal = createRoundJournal(store);
  if (record.targets.size === 0 && record.controls.size === 0) await journal.begin(record.plan);
  // Those before this round, though its states may be recorded twice.
  const standings = await readStandings(store);
  const recordStates = async (states: Observed) =>
    onStates(
      await conclude(dependencies, { catalog, record, standings, observed: states, goesOn: true }),
    );
  const observed = await runJournaled(journal, {
    catalog,
    record,
    tools,
    onStates: recordStates,
    ...run,
  });
  return conclude(dependencies, { catalog, record, standings, observed });
}

/** A round that ends early leaves writes behind, which must not fill a cleared journal, or the next round's. */
async function runJournaled(
  journal: RoundJournal,
  run: Omit<RoundRun, 'tools'> & Pick<RoundDependencies, 'tools'>,
): Promise<Observed> {
  try {
    return await runRound({ ...run, tools: { ...run.tools, writeJournal: journal.write } });
  } finally {
    await journal.end();
  }
}

/** Records what a round had observed whose worker died too long ago. */
export async function closeRound(
  dependencies: RoundDependencies,
  record: RoundRecord,
): Promise<RecordedRound> {
  const standings = await readStandings(dependencies.store);
  const catalog = await catalogOf(dependencies, record);
  const observed = observedUntilDeath(catalog, record);
  return conclude(dependencies, { catalog, record, standings, observed });
}

/** Of the home that the round was planned for, whatever became of it meanwhile. */
function catalogOf({ catalogFor }: RoundDependencies, { plan }: RoundRecord): Promise<Catalog> {
  return catalogFor(plan.home ?? null);
}

type Standings = ReadonlyMap<string, Standing>;

/** An error where the history cannot be read. */
async function readStandings(store: RoundStore): Promise<Standings | { unreadable: unknown }> {
  return store.readStandings().catch((error: unknown) => ({ unreadable: error }));
}

interface Conclusion {
  catalog: Catalog;
  record: RoundRecord;
  /** Before this round. */
  standings: Standings | { unreadable: unknown };
  observed: Observed;
  /** Its states are known, and more is to come. */
  goesOn?: true;
}

async function conclude(
  dependencies: RoundDependencies,
  { catalog, record, standings, observed, goesOn }: Conclusion,
): Promise<RecordedRound> {
  const { software, store, wantedServices } = dependencies;
  const [versions, wanted, route] = await Promise.all([
    software(),
    wantedServices(),
    knownRoute(dependencies),
  ]);
  const known = 'unreadable' in standings ? new Map<string, Standing>() : standings;
  const diagnosed = diagnoseRound({ ...observed, ...route, software: versions }, known);
  const kept = withKeptAddresses(diagnosed.round, catalog);
  const recorded = { ...diagnosed, round: withoutNamesElsewhere(kept) };
  // What a round that a person cut short did not repeat must not wait for hours either.
  const full = goesOn !== true && isFull(wanted, record.plan) && hasVerdicts(diagnosed.round);
  // Over standings that are only unreadable for a moment nothing may be written.
  if ('unreadable' in standings) return { ...recorded, unsaved: standings.unreadable };
  try {
    await store.recordRound({ ...recorded, full });
    return recorded;
  } catch (error) {
    return { ...recorded, unsaved: error };
  }
}

/** A round without a network does not count as full: what it would have seen must not wait for hours. */
function hasVerdicts({ network, services }: Round): boolean {
  if (network.state === 'captive_portal') return false;
  return services.some(({ roundState }) => roundState !== 'insufficient');
}

/**
 * A full round of some services only does not replace one of all that the person wants, nor does one that could not make
 * transfers everywhere.
 */
function isFull(wanted: readonly string[], plan: Plan): boolean {
  const planned = new Set(plan.services.map(({ id }) => id));
  const transfersAll = plan.silentConnections === undefined;
  return plan.full && transfersAll && wanted.every((id) => planned.has(id));
}
