import type { UploadDraft, UploadSettings } from '../settings/upload.ts';

/** What the page that sends needs: where to, and where the history lies. */
export interface UploadJob {
  upload: UploadSettings;
  place: {
    database: string;
    keys: { current: string | null; former: string | null };
  };
}

export interface UploadChange {
  /** Null: off. */
  upload: UploadDraft | null;
  /** The random id that a preview has shown; left out, one is drawn. */
  instance?: string;
}

/** Keeps the upload; each change takes effect at once. */
export interface UploadKeeper {
  /** Turns an upload on, in the place of another, or off. Rejects where an organisation has set it. */
  change(change: UploadChange): Promise<void>;
  /** Null where no upload is on. */
  job(): Promise<UploadJob | null>;
  /** The page that sends is done; null: nothing waits. */
  ended(outcome: { againInMs: number | null }): Promise<void>;
}
