import { parseUpload, type UploadDraft } from '../../settings/upload.ts';
import { noUploadStatus } from '../../upload/status.ts';
import {
  createUploadActions,
  type UploadActions,
  type UploadSources,
} from '../../view/actions/upload-actions.ts';
import { hasAllSites } from '../has-all-sites.ts';
import { uploadPermissions } from '../upload-permissions.ts';
import type { Chrome } from './chrome.ts';
import type { OpenedPage } from './page.ts';
import { onPermissionsChanged } from './permissions.ts';

declare const chrome: Chrome;

/** What a person can do about the upload on the page of a store. */
export function createUploads({ history, holder }: OpenedPage): UploadActions {
  const sources: UploadSources = {
    async readUpload() {
      const settings = parseUpload((await chrome.storage.local.get('upload')).upload);
      if (settings === null) return { settings, isPermitted: true, status: null, waiting: 0 };
      const [isPermitted, kept] = await Promise.all([
        hasAllSites(chrome.runtime.getManifest()) ||
          chrome.permissions.contains(uploadPermissions(settings.draft)),
        readOutbox(),
      ]);
      return { settings, isPermitted, ...kept };
    },
    requestAddresses,
    changeUpload: async (...wanted) => (await import('./link.ts')).changeUpload(...wanted),
    async previewUpload(draft, instance) {
      const [{ latestRound }, { previewRequests }, stored] = await Promise.all([
        import('./find-rounds.ts'),
        import('../../upload/preview.ts'),
        chrome.storage.local.get('upload'),
      ]);
      const round = await latestRound(await history());
      if (round === null) return null;
      const known = parseUpload(stored.upload);
      const since = known?.since ?? round.startedAt;
      const status = known === null ? noUploadStatus : (await readOutbox()).status;
      return previewRequests({ draft, instance, since }, round, status);
    },
  };
  const actions = createUploadActions(sources, holder);
  onPermissionsChanged(actions.onReadUpload);
  return actions;
}

/** At once: a request after an await is no part of the click any more. */
async function requestAddresses(draft: UploadDraft): Promise<boolean> {
  return (
    hasAllSites(chrome.runtime.getManifest()) ||
    chrome.permissions.request(uploadPermissions(draft))
  );
}

async function readOutbox() {
  const { openOutbox } = await import('../../upload/outbox.ts');
  const outbox = await openOutbox();
  try {
    const [status, waiting] = await Promise.all([outbox.status(), outbox.count()]);
    return { status, waiting };
  } finally {
    outbox.close();
  }
}
