import { momentTime } from '../../lib/i18n/time.ts';
import type { ServiceResult } from '../../lib/model/service.ts';
import { type Day, eitherWay, hoursOf, sinceOf } from '../../lib/view/day.ts';
import { roleViews } from '../../lib/view/roles.ts';
import type { ServiceRowView } from '../../lib/view/rows.ts';
import { explainService, isAsShown } from '../../lib/view/service.ts';
import { shortened } from '../../lib/view/summary.ts';
import { StateIcon } from '../signs/StateIcon.tsx';
import { useText } from '../text/TextProvider.tsx';
import { Translated } from '../text/Translated.tsx';
import { stretchesInWords, wordOf } from './DayStrip.tsx';

interface ServiceDetailsProps {
  row: ServiceRowView;
  day?: Day | undefined;
  /** An unfolded service further up that says why this one does not open, too. */
  saidOf?: string | null;
  /** There is no link to where it stands. */
  isOnItsPage?: boolean;
}

/** What was seen of a service, how sure its cause is, and which of its uses get through, in plain words. */
export function ServiceDetails(props: ServiceDetailsProps) {
  const { row, day, saidOf = null, isOnItsPage = false } = props;
  const { t } = useText();
  const { id, name, service, progress } = row;
  if (service === null) return null;
  const { confirming } = explainService(service);
  // The row has a line for it, but where the last round saw nothing.
  const isMissing = isOnItsPage || service.roundState === 'insufficient';
  return (
    <div class="service-details">
      {progress && <p>{t('progress.details')}</p>}
      {isMissing && confirming && (
        <p>
          <Translated message={confirming} />
        </p>
      )}
      {saidOf === null ? <Why {...{ row, service }} /> : <p>{t('alike.said', { name: saidOf })}</p>}
      {day && <Past day={day} service={service} />}
      {day && row.showsRoute && <EitherWay day={day} id={id} />}
      <Roles service={service} />
      {!isOnItsPage && (
        <a href={`/dashboard.html#service/${id}`} target="_blank" rel="noreferrer">
          {t('details.more', { name })}
        </a>
      )}
    </div>
  );
}

function Roles({ service }: { service: ServiceResult }) {
  const { t } = useText();
  const roles = roleViews(service);
  if (roles.length === 0) return null;
  return (
    <ul class="roles" aria-label={t('roles.of')}>
      {roles.map(({ role, state, text }) => (
        <li key={role}>
          <StateIcon sign={state} />
          {text.id === `part.${state}` ? (
            <span>
              {t(`role.${role}`)}
              <span class="visually-hidden">: {t(text.id)}</span>
            </span>
          ) : (
            // What the icon does not tell is a sentence, which names the role itself.
            <span>{t(text.id, text.values)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Why({ row, service }: { row: ServiceRowView; service: ServiceResult }) {
  const { t } = useText();
  const { viaDetour, alike } = row;
  const { reason, why } = explainService(service, viaDetour);
  return (
    <p>
      <Translated message={reason} /> {why && <Translated message={why} />}{' '}
      {alike.length > 0 && t('alike', shortened(alike))}
    </p>
  );
}

/** Since when it has its state, and the last day in words, which its strip only draws: no hour needs a pointer. */
function Past({ day, service }: { day: Day; service: ServiceResult }) {
  const text = useText();
  const { id, state } = service;
  // It stands behind what the last round saw.
  const since = isAsShown(service) ? sinceOf(day, id, state) : null;
  // The last moment of the last hour: its end may be tomorrow.
  const today = new Date((day.bars.at(-1)?.toMs ?? 0) - 1);
  const time = since && momentTime(text.language, since, today);
  return (
    <p>
      {time && text.t('since', { time })} {stretchesInWords(hoursOf(day, id), text)}
    </p>
  );
}

function EitherWay({ day, id }: { day: Day; id: string }) {
  const text = useText();
  const states = eitherWay(day, id);
  if (states === null) return null;
  const values = { direct: wordOf(states.direct, text), detour: wordOf(states.detour, text) };
  return <p>{text.t('either-way', values)}</p>;
}
