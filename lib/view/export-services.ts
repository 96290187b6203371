import type { Round } from '../model/round.ts';
import type { CheckSettings } from '../settings/check-settings.ts';
import { isWanted, type ServiceChoice } from '../settings/wanted-services.ts';

export interface ExportService {
  id: string;
  name: string;
}

/** The services to choose from for a file: those of the rounds that are shown, and those that are checked now. */
export function exportServices(
  rounds: readonly Round[],
  services: readonly ServiceChoice[],
  settings: Pick<CheckSettings, 'services'>,
): ExportService[] {
  const wanted = services.filter((service) => isWanted(settings, service));
  const names = new Map(
    [...rounds.flatMap((round) => round.services), ...wanted].map(({ id, name }) => [id, name]),
  );
  return [...names].map(([id, name]) => ({ id, name }));
}
