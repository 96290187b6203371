import type { Echo } from '../catalog/schema.ts';

/** What is remembered of an echo service, to tell a dead one from a network that is down. */
export interface EchoHealth {
  id: string;
  /** It once answered, here. */
  answered: boolean;
  /** Rounds in which it was silent while another of its group answered. */
  silentRounds: number;
}

/** Two days of full rounds. */
const silentRoundsToRetire = 8;

/** The echoes worth asking: without those that never answered while others did, for long. */
export function liveEchoes(echoes: readonly Echo[], health: readonly EchoHealth[]): Echo[] {
  const dead = new Set(health.filter(isDead).map(({ id }) => id));
  return echoes.filter(({ id }) => !dead.has(id));
}

/** @param answered ids of those among `asked` that answered in this round */
export function nextEchoHealth(
  before: readonly EchoHealth[],
  asked: readonly Echo[],
  answered: ReadonlySet<string>,
): EchoHealth[] {
  const known = new Map(before.map((one) => [one.id, one]));
  for (const { id, group } of asked) {
    const health = known.get(id) ?? { id, answered: false, silentRounds: 0 };
    const othersAnswer = asked.some((one) => one.group === group && answered.has(one.id));
    if (answered.has(id)) known.set(id, { id, answered: true, silentRounds: 0 });
    else if (othersAnswer) known.set(id, { ...health, silentRounds: health.silentRounds + 1 });
  }
  return [...known.values()];
}

function isDead({ answered, silentRounds }: EchoHealth): boolean {
  return !answered && silentRounds >= silentRoundsToRetire;
}
