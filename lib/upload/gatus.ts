import type { Round } from '../model/round.ts';
import type { UploadDraft } from '../settings/upload.ts';
import type { UploadRequest } from './request.ts';
import { type Working, workingServices } from './works.ts';

type GatusDraft = Extract<UploadDraft, { kind: 'gatus' }>;

/** A result an external endpoint of Gatus (https://github.com/TwiN/gatus#external-endpoints). */
export function gatusRequests(draft: GatusDraft, round: Round | undefined): UploadRequest[] {
  return round === undefined
    ? []
    : workingServices(round).map((working) => requestOf(draft, working));
}

function requestOf(
  { url, group, authorization }: GatusDraft,
  { service, works, words, timeMs }: Working,
): UploadRequest {
  const query = new URLSearchParams({
    success: String(works),
    ...(works ? {} : { error: words }),
    ...(timeMs === null ? {} : { duration: `${Math.round(timeMs)}ms` }),
  });
  return {
    method: 'POST',
    url: `${url}/api/v1/endpoints/${keyPart(group)}_${keyPart(service)}/external?${query}`,
    headers: authorization === null ? {} : { authorization: bearer(authorization) },
    body: null,
    records: 1,
    part: service,
  };
}

/** As Gatus makes keys of names, of those characters that groups and ids of services may have. */
function keyPart(name: string): string {
  return name.toLowerCase().replaceAll(/[_./,#+& ]/g, '-');
}

/** Gatus takes a token in no other form, and its settings name it without `Bearer`. */
function bearer(token: string): string {
  return token.startsWith('Bearer ') ? token : `Bearer ${token}`;
}
