import definitions from 'otlp-definitions/build/src/generated/root.js';

/** What protobufjs makes of a message's definition; the package has no types for them. */
export interface MessageType<Message extends object> {
  decode(body: Uint8Array): Message;
  encode(message: Message): { finish(): Uint8Array };
  fromObject(object: object): Message;
  toObject(message: Message): Record<string, unknown>;
}

export interface AnyValue {
  stringValue: string | null;
  /** A long integer, or null. */
  intValue: unknown;
  doubleValue: number | null;
  boolValue: boolean | null;
  arrayValue: { values: AnyValue[] } | null;
}

export interface KeyValue {
  key: string;
  value: AnyValue;
}

interface Resource {
  attributes: KeyValue[];
}

export interface LogsRequest {
  resourceLogs: { resource: Resource; scopeLogs: { logRecords: LogRecord[] }[] }[];
}

interface LogRecord {
  eventName: string;
  timeUnixNano: unknown;
  severityNumber: number;
  attributes: KeyValue[];
}

export interface MetricsRequest {
  resourceMetrics: { resource: Resource; scopeMetrics: { metrics: Metric[] }[] }[];
}

interface Metric {
  name: string;
  unit: string;
  gauge: { dataPoints: NumberDataPoint[] } | null;
  sum: { dataPoints: NumberDataPoint[] } | null;
}

interface NumberDataPoint {
  asDouble: number | null;
  asInt: unknown;
  timeUnixNano: unknown;
  attributes: KeyValue[];
}

interface Collector {
  logs: {
    v1: {
      ExportLogsServiceRequest: MessageType<LogsRequest>;
      ExportLogsServiceResponse: MessageType<object>;
    };
  };
  metrics: {
    v1: {
      ExportMetricsServiceRequest: MessageType<MetricsRequest>;
      ExportMetricsServiceResponse: MessageType<object>;
    };
  };
}

/**
 * Made from the official .proto files by the OpenTelemetry project, in an earlier version of its package. What is sent
 * is written by code that was not made from them.
 */
export const { collector } = (
  definitions as unknown as { opentelemetry: { proto: { collector: Collector } } }
).opentelemetry.proto;
