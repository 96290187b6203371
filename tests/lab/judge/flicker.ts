import type { Round } from '../../../lib/model/round.ts';
import type { Scenario } from '../scenarios/scenario.ts';

/**
 * Complaints about rounds of one steady world: what is shown of a service may change once, as evidence adds up, and not
 * back and forth; and the network is told alike in all.
 */
export function complaintsOfFlicker(
  { network }: Pick<Scenario, 'network'>,
  rounds: readonly Round[],
): string[] {
  const before = rounds.slice(0, -1).map((round) => round.network.state);
  const other = before.filter((state) => !network.includes(state));
  const last = rounds.at(-1);
  return [
    ...other.map(
      (state) => `network: state: found ${state} before; allowed: ${network.join(', ')}`,
    ),
    ...(last?.services ?? []).flatMap(({ id }) => complaintsOfService(id, rounds)),
  ];
}

function complaintsOfService(id: string, rounds: readonly Round[]): string[] {
  const shown = rounds.flatMap(({ services }) =>
    services.filter((one) => one.id === id).map(({ state }) => state),
  );
  const changes = shown.filter((state, index) => index > 0 && state !== shown[index - 1]);
  if (changes.length <= 1) return [];
  return [`${id}: state: found ${shown.join(', ')} in turn; allowed: one change`];
}
