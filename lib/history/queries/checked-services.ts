import type { History } from '../open.ts';
import { selectRounds } from '../select-rounds.ts';
import { readLastStates } from './last-states.ts';

/** The services that the history knows a state of. */
export async function readCheckedServices(
  history: History,
  names: ReadonlyMap<string, string>,
): Promise<{ id: string; name: string }[]> {
  const states = await readLastStates(history);
  return Promise.all(
    states.map(async ({ service: id }) => ({
      id,
      name: names.get(id) ?? (await nameIn(history, id)),
    })),
  );
}

/** That of a service which nobody else knows any more, such as a site that the person has removed. */
async function nameIn(history: History, id: string): Promise<string> {
  for await (const { services } of selectRounds(history, { services: [id] })) {
    return services[0]?.name ?? id;
  }
  return id;
}
