import { useMemo } from 'preact/hooks';
import type { Language } from '../../lib/i18n/languages.ts';
import { countries } from '../../lib/routing/countries.ts';
import { useDashboardText } from '../text/dashboard-text.ts';

interface HomeCountryProps {
  /** ISO 3166-1 alpha-2; null where it is guessed. */
  country: string | null;
  onChange: (country: string | null) => void;
}

/** Lets a person state their home country. */
export function HomeCountry({ country, onChange }: HomeCountryProps) {
  const { language, t } = useDashboardText();
  const named = useMemo(() => namedCountries(language), [language]);
  return (
    <>
      <label>
        {t('settings.home')}{' '}
        <select
          aria-describedby="how-home"
          value={country ?? ''}
          onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
        >
          <option value="">{t('settings.home.automatic')}</option>
          {named.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <p id="how-home">{t('settings.home.how')}</p>
    </>
  );
}

function namedCountries(language: Language): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const { compare } = new Intl.Collator(language);
  return countries
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((left, right) => compare(left.name, right.name));
}
