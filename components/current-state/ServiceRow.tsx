import type { ComponentChildren } from 'preact';
import type { ServiceProgress } from '../../lib/model/progress.ts';
import { type Day, hoursOf } from '../../lib/view/day.ts';
import { preliminaryOf, shareOf } from '../../lib/view/progress.ts';
import type { ServiceRowView } from '../../lib/view/rows.ts';
import { explainService, needsAnother, shownAs } from '../../lib/view/service.ts';
import { StateIcon } from '../signs/StateIcon.tsx';
import { StateWord } from '../signs/StateWord.tsx';
import { useText } from '../text/TextProvider.tsx';
import { Translated } from '../text/Translated.tsx';
import { DayStrip } from './DayStrip.tsx';
import { ServiceDetails } from './ServiceDetails.tsx';

interface LineProps {
  row: ServiceRowView;
  day?: Day | undefined;
}

interface ServiceRowProps extends LineProps {
  isOpen: boolean;
  /** An unfolded service further up that says what this one would say; null without one. */
  saidOf: string | null;
  onToggle: (isOpen: boolean) => void;
}

/** A service in one line, which unfolds to the reasons. */
export function ServiceRow(props: ServiceRowProps) {
  const { row, day } = props;
  const line = row.progress ? (
    <RunningLine row={row} progress={row.progress} />
  ) : (
    <VerdictLine row={row} day={day} />
  );
  return (
    <li class="service">
      {row.service ? (
        <Expandable summary={line} {...props} />
      ) : (
        <div class="service-line">{line}</div>
      )}
    </li>
  );
}

interface ExpandableProps extends ServiceRowProps {
  summary: ComponentChildren;
}

/** Renders the details only once unfolded, to keep the first frame fast. */
function Expandable({ summary, isOpen, onToggle, ...shown }: ExpandableProps) {
  return (
    <details onToggle={({ currentTarget }) => onToggle(currentTarget.open)}>
      <summary class="service-line">{summary}</summary>
      {isOpen && <ServiceDetails {...shown} />}
    </details>
  );
}

function VerdictLine({ row: { id, name, service }, day }: LineProps) {
  return (
    <>
      <StateIcon sign={service ? shownAs(service).sign : 'missing'} />
      <span class="name">{name}</span>
      {service && <StateWord service={service} />}
      {day && <DayStrip hours={hoursOf(day, id)} />}
      {service && needsAnother(service) && <Confirming service={service} />}
    </>
  );
}

/** What the last round saw, where the state does not show it yet. */
function Confirming({ service }: Pick<ServiceRowView, 'service'>) {
  const confirming = service && explainService(service).confirming;
  if (!confirming) return null;
  return (
    <span class="confirming">
      <Translated message={confirming} />
    </span>
  );
}

interface RunningLineProps extends LineProps {
  progress: ServiceProgress;
}

/** While its round runs the last verdict stands until there is a preliminary word. */
function RunningLine({ row: { name, service }, progress }: RunningLineProps) {
  const { t } = useText();
  const preliminary = preliminaryOf(progress);
  return (
    <>
      <StateIcon sign={preliminary?.sign ?? (service ? shownAs(service).sign : 'awaited')} />
      <span class="name">{name}</span>
      {preliminary ? (
        <span class="word preliminary">
          <Translated message={preliminary.word} />
        </span>
      ) : (
        <span class="word preliminary">{t('progress.checking')}</span>
      )}
      <span class="share" style={{ inlineSize: `${100 * shareOf(progress)}%` }} />
    </>
  );
}
