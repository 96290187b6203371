import { browser } from 'wxt/browser';
import { type UploadDraft, uploadUrls } from '../../settings/upload.ts';

/**
 * Lets the header `authorization` of an upload pass, which is removed from all probes (`remove-marks.ts`). What
 * names the person or the extension stays away from uploads too.
 */
export async function allowUpload(draft: UploadDraft): Promise<void> {
  const condition = {
    initiatorDomains: [new URL(browser.runtime.getURL('/')).hostname],
    resourceTypes: ['xmlhttprequest' as const],
  };
  const urls = uploadUrls(draft);
  const rules = urls.flatMap((url, index) => [
    {
      id: 2 + 2 * index,
      priority: 2,
      action: { type: 'allow' as const },
      condition: { ...condition, urlFilter: `|${url}` },
    },
    {
      id: 3 + 2 * index,
      priority: 3,
      action: {
        type: 'modifyHeaders' as const,
        requestHeaders: ['origin', 'cookie', 'referer'].map((header) => ({
          header,
          operation: 'remove' as const,
        })),
        responseHeaders: [{ header: 'set-cookie', operation: 'remove' as const }],
      },
      condition: { ...condition, urlFilter: `|${url}` },
    },
  ]);
  const known = await browser.declarativeNetRequest.getSessionRules();
  const earlier = known.map(({ id }) => id).filter((id) => id > 1);
  await browser.declarativeNetRequest.updateSessionRules({
    removeRuleIds: earlier,
    addRules: rules,
  });
}
