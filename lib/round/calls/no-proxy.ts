import { allControls } from '../../catalog/all-controls.ts';
import type { Catalog } from '../../catalog/schema.ts';
import { gotThrough } from '../../model/attempt.ts';
import { isPublicAddress } from '../../observe/names.ts';
import type { RoundRecord } from '../round-record.ts';

const operatorsNeeded = 3;

/**
 * Whether the round's requests were seen to take no proxy: controls of three operators answered, each from a
 * public address that no other operator answered from. Behind a proxy browsers report the proxy's address
 * for every server, and programs that give out addresses of their own use none that is public. Where the browser
 * itself reports a proxy for any of the controls, that is enough.
 */
export function tookNoProxy(catalog: Catalog, { controls }: RoundRecord): boolean {
  if ([...controls.values()].flat().some(({ remoteIpKind }) => remoteIpKind === 'proxy')) {
    return false;
  }
  const operatorsAt = new Map<string, Set<string>>();
  for (const { id, operator } of allControls(catalog)) {
    const reached = controls.get(id)?.filter(gotThrough) ?? [];
    for (const address of reached.flatMap(({ remoteIp }) => remoteIp ?? [])) {
      if (!isPublicAddress(address)) continue;
      operatorsAt.set(address, (operatorsAt.get(address) ?? new Set()).add(operator));
    }
  }
  const alone = [...operatorsAt.values()].filter((operators) => operators.size === 1);
  return new Set(alone.flatMap((operators) => [...operators])).size >= operatorsNeeded;
}
