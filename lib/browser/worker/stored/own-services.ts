import type { OwnService } from '../../../model/own-service.ts';
import { parseOwnServices } from '../../../settings/own-services.ts';
import { betweenChanges } from '../../between-changes.ts';
import { storedItem } from '../../stored-item.ts';

const setting = storedItem<OwnService[]>('local', 'ownServices');

/** The services that the person added, for the worker. */
export async function readOwnServices(): Promise<OwnService[]> {
  return parseOwnServices(await setting.read());
}

/** Writes them within a change of the settings. */
export function writeOwnServices(services: OwnService[]): Promise<void> {
  return setting.write(services);
}

/**
 * Changes them, one change after the other.
 * @param change gets the present ones; where it throws, nothing changes
 */
export function changeOwnServices(
  change: (before: OwnService[]) => OwnService[] | Promise<OwnService[]>,
): Promise<void> {
  return betweenChanges(async () => setting.write(await change(await readOwnServices())));
}
