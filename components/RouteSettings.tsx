import { useId } from 'preact/hooks';
import type { RoutingSettings } from '../lib/routing/settings.ts';
import { useDashboardText } from './dashboard-text.ts';
import { HomeCountry } from './HomeCountry.tsx';

interface RouteSettingsProps {
  settings: RoutingSettings;
  onChange: (settings: RoutingSettings) => void;
}

export function RouteSettings({ settings, onChange }: RouteSettingsProps) {
  const { say } = useDashboardText();
  return (
    <section class="settings">
      <h2>{say('settings.route')}</h2>
      <Choice
        label={say('settings.route.show')}
        isOn={settings.showRouting}
        onChange={(showRouting) => onChange({ ...settings, showRouting })}
      />
      <Choice
        label={say('settings.route.record')}
        isOn={settings.recordExit}
        onChange={(recordExit) => onChange({ ...settings, recordExit })}
      />
      <Choice
        label={say('settings.route.export')}
        isOn={settings.exportRoute}
        onChange={(exportRoute) => onChange({ ...settings, exportRoute })}
      />
      <Choice
        label={say('settings.calls')}
        explanation={say('settings.calls.how')}
        isOn={settings.compareCalls}
        onChange={(compareCalls) => onChange({ ...settings, compareCalls })}
      />
      <HomeCountry
        country={settings.homeCountry}
        onChange={(homeCountry) => onChange({ ...settings, homeCountry })}
      />
    </section>
  );
}

interface ChoiceProps {
  label: string;
  explanation?: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

function Choice({ label, explanation, isOn, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <>
      <label>
        <input
          type="checkbox"
          checked={isOn}
          {...(explanation && { 'aria-describedby': id })}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />{' '}
        {label}
      </label>
      {explanation && <p id={id}>{explanation}</p>}
    </>
  );
}
