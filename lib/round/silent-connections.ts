import type { Catalog } from '../catalog/schema.ts';
import type { SilentConnection } from '../model/plan.ts';
import { silentConnectionsOf } from '../observe/fell-silent.ts';
import type { RoundRecord } from './round-record.ts';
import type { RoundTools } from './round-tools.ts';

/**
 * Tells whether a request to a URL, begun at a moment (ISO 8601 UTC), may have gone over a connection on which a
 * transfer had fallen silent, in this round or shortly before it. Always no in browsers that soon drop those.
 */
export type MayBeSilenced = (url: string, startedAt: string) => boolean;

export function createMayBeSilenced(
  catalog: Catalog,
  record: RoundRecord,
  { keepsSilentMs }: Pick<RoundTools, 'keepsSilentMs'>,
): MayBeSilenced {
  if (keepsSilentMs === undefined) return () => false;
  return (url, startedAt) => {
    const at = Date.parse(startedAt);
    const host = new URL(url).hostname;
    const silent = [
      ...(record.plan.silentConnections ?? []),
      ...silentConnectionsIn(catalog, record),
    ];
    return silent.some(
      (one) => one.host === host && at >= one.lastByteAt && at < one.lastByteAt + keepsSilentMs,
    );
  };
}

/** Those on which a round's transfers fell silent so far. */
export function silentConnectionsIn(
  catalog: Catalog,
  { targets }: RoundRecord,
): SilentConnection[] {
  const tried = catalog.services.flatMap((service) =>
    service.targets.map(({ id, kind, urls: [url = ''] }) => ({
      kind,
      url,
      attempts: targets.get(id) ?? [],
    })),
  );
  return silentConnectionsOf(tried);
}
