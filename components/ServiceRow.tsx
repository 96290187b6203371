import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { ServiceResult } from '../lib/model/service.ts';
import { progressMessage } from '../lib/view/progress.ts';
import type { ServiceRowView } from '../lib/view/rows.ts';
import { explainService, needsExplanation } from '../lib/view/service.ts';
import { ServiceDetails } from './ServiceDetails.tsx';
import { StateIcon } from './StateIcon.tsx';
import { useText } from './TextProvider.tsx';
import { Translated } from './Translated.tsx';

interface ServiceRowProps {
  row: ServiceRowView;
}

export function ServiceRow({ row }: ServiceRowProps) {
  const { name, service, progress, viaDetour } = row;
  const headline = (
    <>
      <StateIcon sign={service?.state ?? 'missing'} />
      <span class="name">{name}</span>
      {service && <StateWord service={service} />}
      {progress && (
        <span class={`stage stage-${progress.stage}`}>
          <Translated message={progressMessage(progress)} />
        </span>
      )}
      {service && !progress && needsExplanation(service) && (
        <Explanation service={service} viaDetour={viaDetour} />
      )}
    </>
  );
  return (
    <li class="service">
      {service ? (
        <Expandable summary={headline} service={service} viaDetour={viaDetour} />
      ) : (
        <div class="service-line">{headline}</div>
      )}
    </li>
  );
}

interface ExpandableProps {
  summary: ComponentChildren;
  service: ServiceResult;
  viaDetour: boolean;
}

/** Renders the details only once unfolded, to keep the first frame fast. */
function Expandable({ summary, service, viaDetour }: ExpandableProps) {
  const isOpen = useSignal(false);
  return (
    <details
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary class="service-line">{summary}</summary>
      {isOpen.value && <ServiceDetails service={service} viaDetour={viaDetour} />}
    </details>
  );
}

function StateWord({ service }: { service: ServiceResult }) {
  const { t } = useText();
  return <span class={`word sign-${service.state}`}>{t(`state.${service.state}`)}</span>;
}

function Explanation({ service, viaDetour }: { service: ServiceResult; viaDetour: boolean }) {
  const { reason, confidence, confirming } = explainService(service, viaDetour);
  return (
    <span class="explanation">
      {confirming && (
        <span class="confirming">
          <Translated message={confirming} />
        </span>
      )}
      <Translated message={reason} /> {confidence && <Translated message={confidence} />}
    </span>
  );
}
