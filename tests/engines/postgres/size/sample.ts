import { mapAttempts } from '../../../../lib/model/map-attempts.ts';
import type { Round } from '../../../../lib/model/round.ts';
import { sampleDays } from '../../../bench/history/sample-rounds.ts';
import { createFleet } from '../../../helpers/fleet.ts';
import { type Cluster, loadFolder } from '../cluster.ts';
import type { Figure } from './measure.ts';

/** The day of the sample, a Thursday before all days that are made of it. */
export const sampleDay = '2026-01-01';

/** Probes of each kind of day: as many as make loading a matter of the loader. */
const copies = 10;

/**
 * Loads simulated days, each of another situation, by load.sh: probes `sample-KIND-COPY`. Returns how many checks were
 * loaded in a second.
 */
export async function loadSample(cluster: Cluster): Promise<Figure> {
  const fleet = createFleet();
  let checks = 0;
  for (const [kind, rounds] of (await sampleDays()).entries()) {
    const day = withinDay(rounds);
    for (let copy = 0; copy < copies; copy += 1) {
      fleet.writeRounds(`sample-${kind}-${copy}`, day);
      checks += day.length;
    }
  }
  const begunAt = performance.now();
  loadFolder(cluster, fleet.folder);
  const seconds = (performance.now() - begunAt) / 1000;
  fleet.remove();
  return {
    name: 'checks loaded in a second',
    measured: Math.round(checks / seconds),
    unit: '',
    limit: Infinity,
  };
}

/** Moved to the beginning of the sample's day; what falls into the next one is left out. */
function withinDay(rounds: readonly Round[]): Round[] {
  const [first] = rounds;
  if (first === undefined) return [];
  const offset = Date.parse(sampleDay) - Date.parse(first.startedAt);
  const later = (iso: string) => new Date(Date.parse(iso) + offset).toISOString();
  return rounds
    .map((round) => ({
      ...mapAttempts(round, (attempt) => ({ ...attempt, startedAt: later(attempt.startedAt) })),
      startedAt: later(round.startedAt),
      finishedAt: later(round.finishedAt),
      software: { ...round.software, browser: 'Chromium 150.0' },
    }))
    .filter(({ startedAt }) => startedAt.startsWith(sampleDay));
}
