import type { Language } from '../../lib/i18n/languages.ts';
import {
  type CheckSettings,
  type SettingsChange,
  themes,
} from '../../lib/settings/check-settings.ts';
import { isLocked } from '../../lib/settings/organisation.ts';
import { Choice } from '../forms/Choice.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';
import { LanguageSwitch } from '../text/LanguageSwitch.tsx';

interface LookSettingsProps {
  settings: Pick<CheckSettings, 'discreet' | 'organisation' | 'theme'>;
  onChange: (change: SettingsChange) => void;
  onLanguage: (language: Language) => void;
}

/** How the pages and the toolbar button look, and in which language. */
export function LookSettings({ settings, onChange, onLanguage }: LookSettingsProps) {
  const { t } = useDashboardText();
  return (
    <section class="settings">
      <h2>{t('settings.look')}</h2>
      <label for="chosen-language">
        {t('app.language')} <LanguageSwitch id="chosen-language" onLanguage={onLanguage} />
      </label>
      <fieldset class="themes">
        <legend>{t('settings.theme')}</legend>
        {themes.map((theme) => (
          <label key={theme}>
            <input
              type="radio"
              name="theme"
              checked={settings.theme === theme}
              onChange={() => onChange({ theme })}
            />{' '}
            {t(`settings.theme.${theme}`)}
          </label>
        ))}
      </fieldset>
      <Choice
        label={t('settings.discreet')}
        describedBy="how-discreet"
        isOn={settings.discreet}
        isDisabled={isLocked(settings, 'discreet')}
        onChange={(discreet) => onChange({ discreet })}
      />
      <p id="how-discreet">{t('settings.discreet.how')}</p>
    </section>
  );
}
