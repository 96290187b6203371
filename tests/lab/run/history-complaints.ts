import type { Round } from '../../../lib/model/round.ts';
import type { DrivenExtension } from '../browsers/driven-extension.ts';
import { sumComplaints } from './sum-complaints.ts';

/** Ids of the rounds in the history, in its order. */
export async function roundIds(extension: DrivenExtension): Promise<string[]> {
  return (await extension.read<Round>('rounds')).map(({ id }) => id);
}

/**
 * What is wrong with the history of a browser that was killed during a round, which may have come to it.
 * @param before ids of the rounds that have to be there
 */
export async function historyComplaints(
  extension: DrivenExtension,
  before: readonly string[],
): Promise<string[]> {
  const ids = await roundIds(extension);
  const lost = before.filter((id) => !ids.includes(id));
  const isSame = ids.slice(0, before.length).join() === before.join();
  const journal = await extension.read('journal');
  return [
    ...(lost.length > 0 ? [`${lost.length} of ${before.length} rounds are lost`] : []),
    ...(isSame ? [] : ['the rounds are in another order']),
    ...(new Set(ids).size < ids.length ? ['a round is there twice'] : []),
    ...(ids.length > before.length + 1 ? ['more rounds than were begun'] : []),
    ...(journal.length > 0 ? ['the journal is not empty'] : []),
    ...(await sumComplaints(extension)),
  ];
}
