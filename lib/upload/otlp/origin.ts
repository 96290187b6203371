import type { HrTime } from '@opentelemetry/api';
import { type Resource, resourceFromAttributes } from '@opentelemetry/resources';
import type { Round } from '../../model/round.ts';
import type { UploadSettings } from '../../settings/upload.ts';

/** Who measured: Dozvon, its version when the newest of the rounds ran, and the random id of this upload. */
export function resourceOf({ instance }: UploadSettings, rounds: readonly Round[]): Resource {
  return resourceFromAttributes({
    'service.name': 'dozvon',
    'service.version': rounds.at(-1)?.software.version ?? '',
    'service.instance.id': instance,
  });
}

/** What the person or the policy tells of the network; on every record and data point. */
export function networkAttributes({ draft }: UploadSettings): Record<string, string> {
  if (draft.kind !== 'otlp') return {};
  const { label, country } = draft;
  return {
    ...(label === null ? {} : { network_label: label }),
    ...(country === null ? {} : { home_country: country }),
  };
}

/** A moment as seconds and nanoseconds since 1970. */
export function timeOf(iso: string): HrTime {
  const milliseconds = Date.parse(iso);
  return [Math.floor(milliseconds / 1000), (milliseconds % 1000) * 1_000_000];
}
