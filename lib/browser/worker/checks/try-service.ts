import type { OwnServiceDraft, SiteAnswer } from '../../../model/own-service.ts';
import { RoundRefused } from '../../../round/refusal.ts';
import type { RoundTools } from '../../../round/round-tools.ts';
import { trySite } from '../../../round/try-site.ts';
import { refusalNow } from '../refusal.ts';
import { readOwnCatalog } from '../settings/catalog-data.ts';

/** Asks a site once; rejects where the person has not agreed. */
export async function tryService(
  tools: Pick<RoundTools, 'isPermitted' | 'limits' | 'probe'>,
  draft: Pick<OwnServiceDraft, 'url' | 'contains'>,
): Promise<SiteAnswer> {
  const refusal = await refusalNow('manual');
  if (refusal !== null) throw new RoundRefused(refusal);
  return trySite(tools, draft, (await readOwnCatalog()).data.world);
}
