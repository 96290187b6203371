import { browser } from 'wxt/browser';
import type { UploadDraft } from '../../../settings/upload.ts';

const ids = [2, 3];

/**
 * Lets the header `authorization` of an upload pass, which is removed from all probes (`remove-marks.ts`). What
 * names the person or the extension stays away from uploads too.
 */
export async function allowUpload(draft: UploadDraft): Promise<void> {
  const hasPassword = draft.kind !== 'uptime-kuma' && draft.authorization !== null;
  if (!hasPassword) return forbidUploads();
  const [id = 0, next = 0] = ids;
  const condition = {
    initiatorDomains: [new URL(browser.runtime.getURL('/')).hostname],
    resourceTypes: ['xmlhttprequest' as const],
    // Of this host alone, and not of one whose name begins in the same way.
    urlFilter: `|${draft.url}/`,
  };
  const addRules = [
    { id, priority: 2, action: { type: 'allow' as const }, condition },
    {
      id: next,
      priority: 3,
      action: {
        type: 'modifyHeaders' as const,
        requestHeaders: ['origin', 'cookie', 'referer'].map((header) => ({
          header,
          operation: 'remove' as const,
        })),
        responseHeaders: [{ header: 'set-cookie', operation: 'remove' as const }],
      },
      condition,
    },
  ];
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: ids, addRules });
}

/** From now on no request of the extension carries a password. */
export async function forbidUploads(): Promise<void> {
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: ids });
}
