import type { Round } from '../../../lib/model/round.ts';
import type { Expectation, Scenario } from '../scenarios/scenario.ts';

type Expected = Pick<Scenario, 'network' | 'services' | 'others'>;

/**
 * Complaints about rounds of one steady world: what is shown of a service may change once, as evidence adds up, and not
 * back and forth, but for gaps where they are expected; and the network is told alike in all.
 */
export function complaintsOfFlicker(
  { network, services = {}, others }: Expected,
  rounds: readonly Round[],
): string[] {
  const before = rounds.slice(0, -1).map((round) => round.network.state);
  const other = before.filter((state) => !network.includes(state));
  const last = rounds.at(-1);
  return [
    ...other.map(
      (state) => `network: state: found ${state} before; allowed: ${network.join(', ')}`,
    ),
    ...(last?.services ?? []).flatMap(({ id }) =>
      complaintsOfService(id, rounds, services[id] ?? others),
    ),
  ];
}

function complaintsOfService(
  id: string,
  rounds: readonly Round[],
  { states }: Expectation,
): string[] {
  const shown = rounds.flatMap(({ services }) =>
    services.filter((one) => one.id === id).map(({ state }) => state),
  );
  const mayBeGap = states.includes('insufficient');
  const told = mayBeGap ? shown.filter((state) => state !== 'insufficient') : shown;
  const changes = told.filter((state, index) => index > 0 && state !== told[index - 1]);
  if (changes.length <= 1) return [];
  return [`${id}: state: found ${shown.join(', ')} in turn; allowed: one change`];
}
