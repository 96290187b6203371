import { hostOf } from '../catalog/host-of.ts';
import type { Service } from '../catalog/schema.ts';
import type { Standing, TargetWindow, Try } from '../model/standing.ts';
import { missesInRow, strayNameSharesAfter } from './chance/stray-names.ts';
import { improbable } from './chance/strays.ts';
import type { RoundEvidence, ServiceEvidence } from './evidence/round-evidence.ts';
import { missesNeutralSites } from './network/neutral-sites.ts';
import { filteredNames } from './own-filter/filtered-names.ts';
import { provenNames, withheldNames } from './target/withheld.ts';

/** What the names of a round are held against. */
interface SoFar {
  /** Those of each service after the round. */
  windows: readonly (readonly TargetWindow[])[];
  /** The tries of each neutral site in the round. */
  neutral: readonly (readonly Try[])[];
  /** By service id, before the round. */
  standings: ReadonlyMap<string, Standing>;
}

/** Names that are proven to be withheld by the network, and those that a filter of one's own withholds. */
export function judgeNames(
  evidence: RoundEvidence,
  services: readonly ServiceEvidence[],
  soFar: SoFar,
): { proven: Set<string>; filtered: Set<string> } {
  const filtered = filteredNames({ ...evidence, services });
  const proven = provenIn(evidence, services, soFar).filter((name) => !filtered.has(name));
  const own = [...filtered].filter(([, filtering]) => filtering === 'own').map(([name]) => name);
  return { proven: new Set(proven), filtered: new Set(own) };
}

function provenIn(
  { awaited = [], controls, resolutions, startedAt: at }: RoundEvidence,
  services: readonly ServiceEvidence[],
  { windows, neutral, standings }: SoFar,
): string[] {
  const missesSites = missesNeutralSites(controls);
  const strays = strayNameSharesAfter(windows, neutral);
  // What another service's names suffer proves nothing of this one's.
  return services.flatMap((one, index) => {
    const targets = one.service.targets.filter(({ id }) => !awaited.includes(id));
    const seen = { ...one, service: { ...one.service, targets } };
    const names = withheldNames([seen], resolutions);
    const misses = missesOf(names, one.service, windows[index] ?? []);
    const resolverErrs = missesSites || strays(index) ** misses >= improbable;
    return [...provenNames(names, { resolutions, at, resolverErrs }, standings)];
  });
}

/** How many times in a row these names are missed, each asked for anew; taken together, as each has answers of its own. */
function missesOf(
  names: ReadonlySet<string>,
  { targets }: Service,
  windows: readonly TargetWindow[],
): number {
  const rows = [...names].map((name) => {
    const ids = targets.filter((one) => hostOf(one) === name).map(({ id }) => id);
    const ofName = windows.filter(({ target }) => ids.includes(target));
    return Math.max(1, ...ofName.map(({ tries }) => missesInRow(tries)));
  });
  return rows.reduce((sum, row) => sum + row, 0);
}
