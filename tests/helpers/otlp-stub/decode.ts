import { strictEqual } from 'node:assert/strict';
import {
  type AnyValue,
  collector,
  type KeyValue,
  type LogsRequest,
  type MessageType,
  type MetricsRequest,
} from './definitions.ts';

export type Value = string | number | boolean | Value[];
export type Values = Record<string, Value>;

export interface DecodedRecord {
  event: string;
  /** Nanoseconds since 1970, decimal. */
  time: string;
  severity: number;
  attributes: Values;
}

export interface DecodedPoint {
  metric: string;
  unit: string;
  kind: 'gauge' | 'sum';
  /** As it was sent: an integer or a double. */
  type: 'int' | 'double';
  value: number;
  /** Nanoseconds since 1970, decimal. */
  time: string;
  attributes: Values;
}

export interface Decoded {
  resource: Values;
  records: DecodedRecord[];
  points: DecodedPoint[];
}

/** Decodes by the official definitions; throws at what they do not know. */
export function decode(path: string, mediaType: string, body: Uint8Array): Decoded {
  switch (path) {
    case '/v1/logs':
      return decodeLogs(messageOf(collector.logs.v1.ExportLogsServiceRequest, mediaType, body));
    case '/v1/metrics':
      return decodeMetrics(
        messageOf(collector.metrics.v1.ExportMetricsServiceRequest, mediaType, body),
      );
    default:
      throw new Error(`No path of OTLP: ${path}`);
  }
}

function messageOf<Message extends object>(
  type: MessageType<Message>,
  mediaType: string,
  body: Uint8Array,
): Message {
  if (mediaType === 'application/json') {
    const sent = JSON.parse(new TextDecoder().decode(body));
    const message = type.fromObject(sent);
    // Fields that the definitions do not know would be left out silently.
    strictEqual(countFields(type.toObject(message)), countFields(sent), 'unknown fields');
    return message;
  }
  if (mediaType !== 'application/x-protobuf') throw new Error(`No OTLP: ${mediaType}`);
  const message = type.decode(body);
  strictEqual(type.encode(message).finish().length, body.length, 'bytes of unknown fields');
  return message;
}

/** Fields with a plain value, of an object and all that is in it. */
function countFields(value: unknown): number {
  if (typeof value !== 'object' || value === null || 'unsigned' in value) return 1;
  let count = 0;
  for (const inner of Object.values(value)) count += countFields(inner);
  return count;
}

function decodeLogs({ resourceLogs }: LogsRequest): Decoded {
  const records = resourceLogs
    .flatMap(({ scopeLogs }) => scopeLogs)
    .flatMap(({ logRecords }) => logRecords);
  return {
    resource: valuesOf(resourceLogs[0]?.resource.attributes ?? []),
    points: [],
    records: records.map(({ eventName, timeUnixNano, severityNumber, attributes }) => ({
      event: eventName,
      time: String(timeUnixNano),
      severity: severityNumber,
      attributes: valuesOf(attributes),
    })),
  };
}

function decodeMetrics({ resourceMetrics }: MetricsRequest): Decoded {
  const metrics = resourceMetrics
    .flatMap(({ scopeMetrics }) => scopeMetrics)
    .flatMap((scope) => scope.metrics);
  return {
    resource: valuesOf(resourceMetrics[0]?.resource.attributes ?? []),
    records: [],
    points: metrics.flatMap(
      ({ name, unit, gauge, sum }) =>
        (gauge ?? sum)?.dataPoints.map(({ asDouble, asInt, timeUnixNano, attributes }) => ({
          metric: name,
          unit,
          kind: gauge === null ? ('sum' as const) : ('gauge' as const),
          type: asDouble === null ? ('int' as const) : ('double' as const),
          value: Number(asDouble ?? asInt),
          time: String(timeUnixNano),
          attributes: valuesOf(attributes),
        })) ?? [],
    ),
  };
}

function valuesOf(attributes: readonly KeyValue[]): Values {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, plainValue(value)]));
}

function plainValue({
  stringValue,
  intValue,
  doubleValue,
  boolValue,
  arrayValue,
}: AnyValue): Value {
  if (arrayValue !== null) return arrayValue.values.map(plainValue);
  if (intValue !== null) return Number(intValue);
  const value = stringValue ?? doubleValue ?? boolValue;
  if (value === null) throw new Error('An attribute without a value.');
  return value;
}
