import type { Standing } from '../../model/standing.ts';
import type { Changes } from '../changes.ts';
import { readStandings } from '../facts.ts';
import type { WritableHistory } from '../open.ts';

/**
 * Leaves out the standings of services that were last asked when rounds are old: of a site that was removed, say, with
 * its names. One without any window is left: nothing tells when it was asked.
 */
export async function forgetStandings(
  history: WritableHistory,
  isOld: (ms: number) => boolean,
  { writes }: Changes,
): Promise<void> {
  const all = [...(await readStandings(history)).values()];
  const left = all.filter((one) => !isAskedLast(one, isOld));
  if (left.length === all.length) return;
  writes.push({ store: 'sealedFacts', key: 'standings', record: await history.seal.close(left) });
}

function isAskedLast(
  { windows = [], aside = [] }: Standing,
  isThen: (ms: number) => boolean,
): boolean {
  const times = [...windows, ...aside].flatMap(({ at }) => at ?? []);
  return times.length > 0 && times.every((at) => isThen(Date.parse(at)));
}
