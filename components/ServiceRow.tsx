import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { ServiceResult } from '../lib/model/service.ts';
import type { ServiceRowView } from '../lib/view/rows.ts';
import { explainService, needsExplanation } from '../lib/view/service.ts';
import { RunningLine } from './RunningLine.tsx';
import { ServiceDetails } from './ServiceDetails.tsx';
import { StateIcon } from './StateIcon.tsx';
import { StateWord } from './StateWord.tsx';
import { Translated } from './Translated.tsx';

interface ServiceRowProps {
  row: ServiceRowView;
}

export function ServiceRow({ row }: ServiceRowProps) {
  const { name, service, progress, viaDetour } = row;
  const headline = progress ? (
    <RunningLine name={name} service={service} progress={progress} />
  ) : (
    <VerdictLine name={name} service={service} viaDetour={viaDetour} />
  );
  return (
    <li class="service">
      {service ? (
        <Expandable
          summary={headline}
          service={service}
          viaDetour={viaDetour}
          isRunning={progress !== null}
        />
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
  isRunning: boolean;
}

/** Renders the details only once unfolded, to keep the first frame fast. */
function Expandable({ summary, ...details }: ExpandableProps) {
  const isOpen = useSignal(false);
  return (
    <details
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary class="service-line">{summary}</summary>
      {isOpen.value && <ServiceDetails {...details} />}
    </details>
  );
}

type VerdictLineProps = Pick<ServiceRowView, 'name' | 'service' | 'viaDetour'>;

function VerdictLine({ name, service, viaDetour }: VerdictLineProps) {
  return (
    <>
      <StateIcon sign={service?.state ?? 'missing'} />
      <span class="name">{name}</span>
      {service && <StateWord service={service} />}
      {service && needsExplanation(service) && (
        <Explanation service={service} viaDetour={viaDetour} />
      )}
    </>
  );
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
