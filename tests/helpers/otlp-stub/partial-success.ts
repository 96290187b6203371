import { collector } from './definitions.ts';

const { logs, metrics } = collector;

/** The body of an answer that accepts all but some records; that of full success has no such field. */
export function partialSuccess(
  path: string,
  mediaType: string,
  rejected: number,
): Uint8Array | string {
  const field = path === '/v1/logs' ? 'rejectedLogRecords' : 'rejectedDataPoints';
  const answer =
    rejected === 0
      ? {}
      : { partialSuccess: { [field]: String(rejected), errorMessage: 'not today' } };
  if (mediaType === 'application/json') return JSON.stringify(answer);
  const type =
    path === '/v1/logs'
      ? logs.v1.ExportLogsServiceResponse
      : metrics.v1.ExportMetricsServiceResponse;
  return type.encode(type.fromObject(answer)).finish();
}
