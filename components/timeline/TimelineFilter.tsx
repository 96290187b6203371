import type { NamedService } from '../../lib/view/service-names.ts';
import { type TimelineKind, timelineKinds } from '../../lib/view/timeline.ts';
import { Choice } from '../forms/Choice.tsx';
import { useTimelineText } from './timeline-text.ts';

interface TimelineFilterProps {
  kinds: ReadonlySet<TimelineKind>;
  /** Null: all. */
  service: string | null;
  services: readonly NamedService[];
  onKinds: (kinds: ReadonlySet<TimelineKind>) => void;
  onService: (service: string | null) => void;
}

/** What a person wants to see on the timeline. */
export function TimelineFilter(props: TimelineFilterProps) {
  const { kinds, service, services, onKinds, onService } = props;
  const { t } = useTimelineText();
  const choose = (kind: TimelineKind, isOn: boolean) =>
    onKinds(new Set(timelineKinds.filter((one) => (one === kind ? isOn : kinds.has(one)))));
  return (
    <div class="timeline-filter">
      <fieldset>
        <legend>{t('timeline.shown')}</legend>
        {timelineKinds.map((kind) => (
          <Choice
            key={kind}
            label={t(`timeline.${kind}`)}
            isOn={kinds.has(kind)}
            onChange={(isOn) => choose(kind, isOn)}
          />
        ))}
      </fieldset>
      <label>
        {t('timeline.service')}{' '}
        <select
          value={service ?? ''}
          onChange={({ currentTarget }) => onService(currentTarget.value || null)}
        >
          <option value="">{t('timeline.all')}</option>
          {services.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
