import type { CheckSettings } from '../../lib/settings/check-settings.ts';
import { Problem } from '../forms/Problem.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';

/** That an organisation has set something here, and what is wrong with its policy. */
export function OrganisationLine({ settings }: { settings: Pick<CheckSettings, 'organisation'> }) {
  const { t } = useDashboardText();
  const { organisation } = settings;
  if (organisation === null) return null;
  const { problem, locked } = organisation;
  return (
    <section class="settings">
      <h2>{t('settings.organisation')}</h2>
      {problem === null ? (
        <p>{t(locked.length > 0 ? 'settings.organisation.locked' : 'settings.organisation.set')}</p>
      ) : (
        <Problem>
          {t('settings.organisation.problem')} <code dir="ltr">{problem}</code>
        </Problem>
      )}
    </section>
  );
}
