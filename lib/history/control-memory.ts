import type { ControlMemory } from '../model/plan.ts';
import type { Round } from '../model/round.ts';
import { silentConnectionsOf } from '../observe/fell-silent.ts';
import { median } from '../observe/median.ts';
import type { History } from './open.ts';
import { recentRounds } from './rounds.ts';

const roundsRead = 20;
const timesNeeded = 20;

export async function readControlMemory(history: History): Promise<ControlMemory> {
  return controlMemoryOf(await recentRounds(history, roundsRead));
}

/**
 * What the latest rounds tell of controls, and of connections. Of controls only rounds on a network that worked tell
 * anything, and of their times those on a slow one, too.
 * @param rounds newest first
 */
export function controlMemoryOf(rounds: readonly Round[]): ControlMemory {
  const controls = rounds
    .filter((round) => round.network.state === 'normal')
    .flatMap((round) => round.network.controls);
  const times = timesOf(sinceExitChanged(rounds).filter(isMeasure));
  const foreign = controls.filter(({ group }) => group === 'foreign');
  const answered = [...new Set(controls.filter(({ ok }) => ok).map(({ id }) => id))];
  // Once is enough: where a browser opens no new connections, two such sites at the end would shut every gate.
  const silent = [...new Set(foreign.map(({ id }) => id))].filter((id) => !answered.includes(id));
  const targets = rounds.flatMap(({ services }) => services.flatMap((service) => service.targets));
  return {
    usualMs: times.length < timesNeeded ? null : median(times),
    silent,
    answered,
    fellSilent: silentConnectionsOf(targets),
  };
}

/** Up to the newest that saw traffic leave from another exit: what came before measured another way. */
function sinceExitChanged(newestFirst: readonly Round[]): readonly Round[] {
  const changed = newestFirst.findIndex(({ routing }) =>
    routing.signals.some(({ id }) => id === 'exit-changed' || id === 'exit-changed-services'),
  );
  return changed === -1 ? newestFirst : newestFirst.slice(0, changed + 1);
}

/** Whether its times count. Those of a slow network do, else a faster one before it would stay the measure. */
function isMeasure({ network }: Round): boolean {
  return network.state === 'normal' || network.trouble === 'slow';
}

/** In milliseconds. A STUN round trip is no measure for a handshake and an answer. */
function timesOf(rounds: readonly Round[]): number[] {
  return rounds
    .flatMap(({ network }) => network.controls)
    .filter(({ group }) => !group.startsWith('calls-'))
    .flatMap(({ ok, totalMs }) => (ok && totalMs !== null ? [totalMs] : []));
}
