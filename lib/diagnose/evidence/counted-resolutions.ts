import type { RoundEvidence } from './round-evidence.ts';

/**
 * The resolvers' answers that count. Where traffic leaves elsewhere, a national resolver tells what its country removes,
 * and nothing of the line that the services were reached over.
 */
export function countedResolutions({
  resolutions,
  homeUncounted,
}: Pick<RoundEvidence, 'resolutions' | 'homeUncounted'>): RoundEvidence['resolutions'] {
  return homeUncounted === true ? resolutions.filter(({ national }) => !national) : resolutions;
}
