import {
  type ISerializer,
  JsonLogsSerializer,
  JsonMetricsSerializer,
  ProtobufLogsSerializer,
  ProtobufMetricsSerializer,
} from '@opentelemetry/otlp-transformer';
import type { Round } from '../../model/round.ts';
import type { UploadDraft, UploadSettings, UploadSignal } from '../../settings/upload.ts';
import type { ToldStatus, UploadRequest } from '../request.ts';
import { logRecords } from './logs.ts';
import { countPoints, resourceMetrics } from './metrics.ts';

type OtlpDraft = Extract<UploadDraft, { kind: 'otlp' }>;

/** By the OpenTelemetry project. */
export const serializers = {
  json: { logs: JsonLogsSerializer, metrics: JsonMetricsSerializer },
  protobuf: { logs: ProtobufLogsSerializer, metrics: ProtobufMetricsSerializer },
} as const;

const mediaTypes = { json: 'application/json', protobuf: 'application/x-protobuf' } as const;

/** One signal of OTLP/HTTP; makes one request of at least one round. */
export function createOtlpRequest(
  settings: UploadSettings,
  { url, encoding, authorization }: OtlpDraft,
  signal: UploadSignal,
): (rounds: readonly Round[], status: ToldStatus) => UploadRequest {
  const headers = {
    'content-type': mediaTypes[encoding],
    'content-encoding': 'gzip',
    ...(authorization === null ? {} : { authorization }),
  };
  return (rounds, status) => ({
    method: 'POST',
    url: `${url}/v1/${signal}`,
    headers,
    ...encode(serializers[encoding], signal, { settings, rounds, status }),
    part: signal,
  });
}

interface Told {
  settings: UploadSettings;
  rounds: readonly Round[];
  status: ToldStatus;
}

function encode(
  { logs, metrics }: (typeof serializers)[keyof typeof serializers],
  signal: UploadSignal,
  { settings, rounds, status }: Told,
): Pick<UploadRequest, 'body' | 'records'> {
  if (signal === 'logs') {
    const records = logRecords(settings, rounds);
    return { body: bytesOf(logs, records), records: records.length };
  }
  const told = resourceMetrics(settings, rounds, status);
  return { body: bytesOf(metrics, told), records: countPoints(told) };
}

function bytesOf<Message>(
  serializer: Pick<ISerializer<Message, unknown>, 'serializeRequest'>,
  message: Message,
): Uint8Array<ArrayBuffer> {
  const bytes = serializer.serializeRequest(message);
  if (bytes === undefined) throw new Error('The serializer gave nothing.');
  return new Uint8Array(bytes);
}
