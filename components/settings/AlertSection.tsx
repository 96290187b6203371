import { useEffect, useRef } from 'preact/hooks';
import { minuteTime, momentTime } from '../../lib/i18n/time.ts';
import type { AlertSettings } from '../../lib/settings/alert-settings.ts';
import type { CheckSettings } from '../../lib/settings/check-settings.ts';
import { isPaused, pauseFrom } from '../../lib/settings/pause.ts';
import { isWanted, type ServiceChoice } from '../../lib/settings/wanted-services.ts';
import type { AlertActions, AlertState } from '../../lib/view/actions/alert-actions.ts';
import { Choice } from '../forms/Choice.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';

export interface AlertSectionProps extends AlertActions {
  /** Left out until it is read. */
  alerts?: AlertState;
  checkSettings: CheckSettings;
  services: readonly ServiceChoice[];
  now: Date;
}

/** Whether changes are told, when, and of which services. */
export function AlertSection(props: AlertSectionProps) {
  const { alerts, onReadAlerts, onAlertsOn } = props;
  const { t } = useDashboardText();
  useEffect(onReadAlerts, []);
  if (alerts === undefined) return null;
  const { settings, isPermitted } = alerts;
  const isOn = settings.isOn && isPermitted;
  return (
    <section class="settings">
      <h2>{t('alerts.title')}</h2>
      <Choice label={t('alerts.on')} describedBy="how-alerts" isOn={isOn} onChange={onAlertsOn} />
      <p id="how-alerts">{t('alerts.on.how')}</p>
      <div role="status">
        {settings.isOn && !isPermitted && <p class="notice">{t('alerts.revoked')}</p>}
      </div>
      {isOn && <AlertChoices {...props} settings={settings} />}
    </section>
  );
}

interface AlertChoicesProps extends Omit<AlertSectionProps, 'alerts'> {
  settings: AlertSettings;
}

function AlertChoices(props: AlertChoicesProps) {
  const { settings, onAlerts } = props;
  const { t } = useDashboardText();
  return (
    <>
      <Choice
        label={t('alerts.names')}
        describedBy="how-alert-names"
        isOn={settings.showsNames}
        onChange={(showsNames) => onAlerts({ showsNames })}
      />
      <p id="how-alert-names">{t('alerts.names.how')}</p>
      <QuietHours {...props} />
      <AlertPause {...props} />
      <AlertServices {...props} />
    </>
  );
}

function QuietHours({ settings, onAlerts }: AlertChoicesProps) {
  const { t } = useDashboardText();
  return (
    <>
      <Choice
        label={t('alerts.quiet')}
        describedBy="how-quiet"
        isOn={settings.hasQuietHours}
        onChange={(hasQuietHours) => onAlerts({ hasQuietHours })}
      />
      <p id="how-quiet">{t('alerts.quiet.how')}</p>
      {settings.hasQuietHours && (
        <>
          <HourChoice
            label={t('alerts.quiet.from')}
            hour={settings.quietFrom}
            onChange={(quietFrom) => onAlerts({ quietFrom })}
          />
          <HourChoice
            label={t('alerts.quiet.to')}
            hour={settings.quietTo}
            onChange={(quietTo) => onAlerts({ quietTo })}
          />
        </>
      )}
    </>
  );
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);

interface HourChoiceProps {
  label: string;
  hour: number;
  onChange: (hour: number) => void;
}

function HourChoice({ label, hour, onChange }: HourChoiceProps) {
  const { language } = useDashboardText();
  // A day on which no clock changes.
  const timeOf = (one: number) => minuteTime(language, new Date(2026, 0, 1, one).toISOString());
  return (
    <label>
      {label}{' '}
      <select
        value={String(hour)}
        onChange={({ currentTarget }) => onChange(currentTarget.selectedIndex)}
      >
        {hours.map((one) => (
          <option key={one} value={String(one)}>
            {timeOf(one)}
          </option>
        ))}
      </select>
    </label>
  );
}

const lengths = ['hour', 'tomorrow'] as const;

function AlertPause({ settings, now, onAlerts }: AlertChoicesProps) {
  const { language, t } = useDashboardText();
  const { pausedUntil } = settings;
  const isPausedNow = pausedUntil !== null && isPaused(settings, now);
  // The button that was pressed goes, and the focus with it.
  const isPressed = useRef(false);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isPressed.current) first.current?.focus();
    isPressed.current = false;
  }, [isPausedNow]);
  const pauseUntil = (until: string | null) => {
    isPressed.current = true;
    onAlerts({ pausedUntil: until });
  };
  if (isPausedNow) {
    return (
      <div class="actions" role="status">
        <span>{t('alerts.paused', { time: momentTime(language, pausedUntil, now) })}</span>
        <button ref={first} type="button" onClick={() => pauseUntil(null)}>
          {t('pause.resume')}
        </button>
      </div>
    );
  }
  return (
    <fieldset class="actions">
      <legend>{t('alerts.pause')}</legend>
      {lengths.map((length, index) => (
        <button
          key={length}
          {...(index === 0 && { ref: first })}
          type="button"
          onClick={() => pauseUntil(pauseFrom(new Date(), length))}
        >
          {t(`pause.${length}`)}
        </button>
      ))}
    </fieldset>
  );
}

function AlertServices({ settings, checkSettings, services, onAlerts }: AlertChoicesProps) {
  const { t } = useDashboardText();
  const checked = services.filter((service) => isWanted(checkSettings, service));
  return (
    <fieldset class="service-choices">
      <legend>{t('alerts.services')}</legend>
      {checked.map(({ id, name }) => (
        <Choice
          key={id}
          label={name}
          isOn={settings.services[id] !== false}
          onChange={(isOn) => onAlerts({ services: { [id]: isOn } })}
        />
      ))}
    </fieldset>
  );
}
