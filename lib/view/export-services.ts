import type { CheckSettings } from '../settings/check-settings.ts';
import { isWanted, type ServiceChoice } from '../settings/wanted-services.ts';
import type { NamedService } from './service-names.ts';

/** The services to choose from for a file: those that the history knows, and those that are checked now. */
export function exportServices(
  known: readonly NamedService[],
  services: readonly ServiceChoice[],
  settings: Pick<CheckSettings, 'services'>,
): NamedService[] {
  const wanted = services.filter((service) => isWanted(settings, service));
  const names = new Map([...known, ...wanted].map(({ id, name }) => [id, name]));
  return [...names].map(([id, name]) => ({ id, name }));
}
