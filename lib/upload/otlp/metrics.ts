import { type Attributes, ValueType } from '@opentelemetry/api';
import {
  AggregationTemporality,
  type DataPoint,
  DataPointType,
  type MetricData,
  type ResourceMetrics,
} from '@opentelemetry/sdk-metrics';
import type { Round } from '../../model/round.ts';
import type { UploadSettings } from '../../settings/upload.ts';
import type { ToldStatus } from '../request.ts';
import { type Gauge, gauges, uploadDropped } from './instruments.ts';
import { networkAttributes, resourceOf, timeOf } from './origin.ts';

/**
 * Gauges with a data point a round, at its start, from the oldest to the newest; metrics without a point are left out.
 * The one sum is cumulative: Prometheus takes no other.
 */
export function resourceMetrics(
  settings: UploadSettings,
  rounds: readonly Round[],
  { dropped }: ToldStatus,
): ResourceMetrics {
  const about = networkAttributes(settings);
  const newest = rounds.at(-1);
  const sum: MetricData[] = newest
    ? [
        {
          ...metric(uploadDropped),
          dataPointType: DataPointType.SUM,
          isMonotonic: true,
          dataPoints: [
            {
              startTime: timeOf(settings.since),
              endTime: timeOf(newest.startedAt),
              attributes: about,
              value: dropped,
            },
          ],
        },
      ]
    : [];
  return {
    resource: resourceOf(settings, rounds),
    scopeMetrics: [
      {
        scope: { name: 'dozvon' },
        metrics: [...gauges.flatMap((gauge) => gaugeOf(gauge, rounds, about)), ...sum],
      },
    ],
  };
}

export function countPoints({ scopeMetrics }: ResourceMetrics): number {
  return scopeMetrics
    .flatMap(({ metrics }) => metrics)
    .reduce((count, { dataPoints }) => count + dataPoints.length, 0);
}

function gaugeOf(gauge: Gauge, rounds: readonly Round[], about: Attributes): MetricData[] {
  const dataPoints = rounds.flatMap((round): DataPoint<number>[] => {
    const time = timeOf(round.startedAt);
    return gauge.points(round).map(({ value, attributes }) => ({
      startTime: time,
      endTime: time,
      attributes: { ...attributes, ...about },
      value,
    }));
  });
  return dataPoints.length === 0
    ? []
    : [{ ...metric(gauge), dataPointType: DataPointType.GAUGE, dataPoints }];
}

function metric({ name, about, unit, type }: Omit<Gauge, 'points'>) {
  return {
    descriptor: {
      name,
      description: about,
      unit,
      valueType: type === 'integer' ? ValueType.INT : ValueType.DOUBLE,
    },
    aggregationTemporality: AggregationTemporality.CUMULATIVE,
  };
}
