import type { RoundProgress } from '../../lib/model/progress.ts';

/** One line per finished service, such as "WhatsApp: done 5/8". */
export function describeProgress(progress: RoundProgress): string[] {
  return progress.services
    .filter((service) => service.stage === 'done')
    .map((service) => `${service.name}: done ${service.reached}/${service.total}`);
}
