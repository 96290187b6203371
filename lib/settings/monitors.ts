import { isShownName, shownValue, type UploadDraft } from './upload.ts';

/**
 * Refuses push addresses under an id that no service has: nobody would ever be told there. Only what is given is looked
 * at, not what is stored: a service that another catalogue lacks ends no upload.
 * @throws Error that names the field, the id and the ids that are allowed
 */
export function refuseUnknownMonitors(
  draft: UploadDraft | null,
  serviceIds: readonly string[],
): void {
  if (draft?.kind !== 'uptime-kuma') return;
  const id = Object.keys(draft.pushUrls).find((one) => !serviceIds.includes(one));
  if (id === undefined) return;
  const shown = isShownName(id) ? JSON.stringify(id) : shownValue('upload', id);
  throw new Error(`upload.pushUrls: found ${shown}, allowed: ${serviceIds.join(', ')}`);
}
