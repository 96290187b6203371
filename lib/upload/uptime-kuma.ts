import type { Round } from '../model/round.ts';
import type { UploadDraft } from '../settings/upload.ts';
import type { UploadRequest } from './request.ts';
import { type Working, workingServices } from './works.ts';

type UptimeKumaDraft = Extract<UploadDraft, { kind: 'uptime-kuma' }>;

/** A heartbeat a push monitor of Uptime Kuma; services without a monitor are not told. */
export function uptimeKumaRequests(
  { pushUrls }: UptimeKumaDraft,
  round: Round | undefined,
): UploadRequest[] {
  const working = round === undefined ? [] : workingServices(round);
  return working.flatMap((one) => {
    const url = pushUrls[one.service];
    return url === undefined ? [] : requestOf(url, one);
  });
}

function requestOf(url: string, { service, works, words, timeMs }: Working): UploadRequest {
  const query = new URLSearchParams({
    status: works ? 'up' : 'down',
    msg: words,
    ...(timeMs === null ? {} : { ping: String(Math.round(timeMs)) }),
  });
  return {
    method: 'GET',
    url: `${url}?${query}`,
    headers: {},
    body: null,
    records: 1,
    part: service,
  };
}
