import { type Retention, retentions } from '../../lib/settings/check-settings.ts';
import { useDashboardText } from '../text/dashboard-text.ts';
import { DeleteEverything } from './DeleteEverything.tsx';
import { DeletePart, type DeletePartProps } from './DeletePart.tsx';

export interface ForgetSectionProps extends DeletePartProps {
  keptDays: Retention;
  isKeptDaysLocked: boolean;
  onKeptDays: (keptDays: Retention) => void;
  onDelete: () => Promise<void>;
}

/** What the browsers keep, each a text; tried with Chromium and Firefox. */
const browserKeeps = ['extension', 'use', 'names', 'sites', 'disk', 'files'] as const;

/** How long the history is kept, how to delete a part or all at once, and what that cannot reach. */
export function ForgetSection({
  keptDays,
  isKeptDaysLocked,
  onKeptDays,
  onDelete,
  ...part
}: ForgetSectionProps) {
  const { t } = useDashboardText();
  return (
    <section class="settings">
      <h2>{t('forget.title')}</h2>
      <label>
        {t('forget.keep')}{' '}
        <select
          value={String(keptDays)}
          aria-describedby="how-kept"
          disabled={isKeptDaysLocked}
          onChange={({ currentTarget }) => {
            onKeptDays(retentions[currentTarget.selectedIndex] ?? keptDays);
          }}
        >
          {retentions.map((days) => (
            <option key={days} value={String(days)}>
              {days === 365 ? t('forget.keep.year') : t('forget.keep.days', { count: days })}
            </option>
          ))}
        </select>
      </label>
      <p id="how-kept">{t('forget.keep.how')}</p>
      <DeletePart {...part} />
      <DeleteEverything onDelete={onDelete} />
      <details class="limits">
        <summary>{t('forget.browser')}</summary>
        <ul>
          {browserKeeps.map((what) => (
            <li key={what}>{t(`forget.browser.${what}`)}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}
