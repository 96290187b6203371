import type { UploadDraft, UploadSettings } from '../../settings/upload.ts';
import type { PreviewedRequest } from '../../upload/preview.ts';
import type { UploadStatus } from '../../upload/status.ts';
import type { StateHolder } from '../page/page-state.ts';

/** What a page knows of the upload. */
export interface UploadState {
  /** Null where none is on. */
  settings: UploadSettings | null;
  /** Whether the browser permits its addresses. */
  isPermitted: boolean;
  status: UploadStatus | null;
  /** How many rounds wait. */
  waiting: number;
}

/** What an upload needs of a page: of the dashboard alone, so that no other loads this. */
export interface UploadSources {
  readUpload: () => Promise<UploadState>;
  /** Has the browser ask the person for the addresses. Call it synchronously in the click. */
  requestAddresses: (draft: UploadDraft) => Promise<boolean>;
  changeUpload: (draft: UploadDraft | null, instance?: string) => Promise<unknown>;
  /** Exactly what would be sent of the latest round; null where there is none. */
  previewUpload: (draft: UploadDraft, instance: string) => Promise<PreviewedRequest[] | null>;
}

export interface UploadActions {
  /** Reads anew what is set, permitted and sent; where that fails, what is shown stays. */
  onReadUpload: () => void;
  /**
   * Turns an upload on once the browser permits its addresses. Call it in the click.
   * @param instance the random id that its preview has shown
   */
  onUploadOn: (draft: UploadDraft, instance: string) => void;
  /** Has the browser permit the addresses of one that is on. Call it in the click. */
  onPermitUpload: (draft: UploadDraft) => void;
  onUploadOff: () => void;
  onPreviewUpload: (draft: UploadDraft, instance: string) => Promise<PreviewedRequest[] | null>;
}

export function createUploadActions(
  sources: UploadSources,
  { attempt, change }: Pick<StateHolder, 'attempt' | 'change'>,
): UploadActions {
  const read = async () => ({ upload: await sources.readUpload() });

  async function turnOn(draft: UploadDraft, instance: string): Promise<void> {
    // Nothing may be awaited before: the click would be over.
    const permitted = sources.requestAddresses(draft);
    await attempt('worker', async () => {
      if (await permitted) await sources.changeUpload(draft, instance);
      return read();
    });
  }

  return {
    onReadUpload: () => void read().then(change, console.error),
    onUploadOn: (draft, instance) => void turnOn(draft, instance),
    onPermitUpload: (draft) =>
      void attempt('worker', async () => {
        await sources.requestAddresses(draft);
        return read();
      }),
    onUploadOff: () =>
      void attempt('worker', async () => {
        await sources.changeUpload(null);
        return read();
      }),
    onPreviewUpload: sources.previewUpload,
  };
}
