import { parseUpload, type UploadSettings } from '../../../settings/upload.ts';
import { betweenChanges } from '../../between-changes.ts';
import { storedItem } from '../../stored-item.ts';

const setting = storedItem<UploadSettings>('local', 'upload');

/** The upload that is on; null without one. For the worker; pages read it with what else is stored. */
export async function readUpload(): Promise<UploadSettings | null> {
  return betweenChanges(read);
}

/** Puts an upload in the place of another, or ends it. For the worker alone, like the settings of checks. */
export function saveUpload(
  change: (before: UploadSettings | null) => UploadSettings | null,
): Promise<{ before: UploadSettings | null; after: UploadSettings | null }> {
  return betweenChanges(async () => {
    const before = await read();
    const after = change(before);
    await (after === null ? setting.remove() : setting.write(after));
    return { before, after };
  });
}

async function read(): Promise<UploadSettings | null> {
  return parseUpload(await setting.read());
}
