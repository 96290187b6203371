import type { Round } from '../model/round.ts';
import type { UploadStatus } from './status.ts';

/**
 * One HTTP request, as it is sent and as people see it before. Browsers add headers that tell of themselves
 * (`user-agent`, `accept-language` …), as to any site. With `content-encoding: gzip`, the body is packed only when it
 * is sent: here it can be read.
 */
export interface UploadRequest {
  method: 'GET' | 'POST';
  url: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer> | string | null;
  /** How many log records, data points or services it tells. */
  records: number;
  /** What of the rounds it tells: `logs`, `metrics`, or the id of a service. */
  part: string;
}

export type ToldStatus = Pick<UploadStatus, 'dropped'>;

/** @param rounds from the oldest to the newest */
export type CreateRequests = (rounds: readonly Round[], status: ToldStatus) => UploadRequest[];
