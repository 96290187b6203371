import { type UploadDraft, uploadPatterns } from '../settings/upload.ts';

/** What the browser is asked for, looked for and given back. */
interface UploadPermissions {
  origins: string[];
  /** Firefox alone knows it. */
  data_collection?: string[];
}

/** Firefox's consent to data that leave the computer. */
export const dataConsent = import.meta.env.FIREFOX
  ? { data_collection: ['technicalAndInteraction'] }
  : {};

/** The permissions without which nothing is sent. */
export function uploadPermissions(draft: UploadDraft): UploadPermissions {
  return { origins: uploadPatterns(draft), ...dataConsent };
}
