import { isOwnService } from '../../../lib/model/own-service.ts';
import type { Round } from '../../../lib/model/round.ts';
import type { Ask } from '../../../scripts/check/ask.ts';
import { type BrowserSetup, ownId } from '../scenarios/scenario.ts';

/** Turns on the services of a setup and no others, where it names any. */
export async function chooseServices(
  ask: Ask,
  { services, ownServices = [] }: BrowserSetup,
): Promise<void> {
  for (const draft of ownServices) await ask('addService', draft);
  if (services === undefined) return;
  const known = await ask('getServices');
  const on = known.map((one) => [one.id, services.includes(one.id) || isOwnService(one)]);
  await ask('changeSettings', { services: Object.fromEntries(on) });
}

/** A round in which a person's own services have ids that a scenario can know. */
export function withKnownIds(round: Round): Round {
  const services = round.services.map((one) =>
    isOwnService(one) ? { ...one, id: ownId(one.name) } : one,
  );
  return { ...round, services };
}
