import { type Language, languages, traitsOf } from '../../lib/i18n/languages.ts';
import { useLanguageLock, useText } from './TextProvider.tsx';

interface LanguageSwitchProps {
  /** Where a label stands beside it. */
  id?: string;
  onLanguage: (language: Language) => void;
}

/** Offers each language by its own name, for those who cannot read the present one. */
export function LanguageSwitch({ id, onLanguage }: LanguageSwitchProps) {
  const { language, t } = useText();
  return (
    <select
      id={id}
      class="language-switch"
      aria-label={t('app.language')}
      disabled={useLanguageLock()}
      value={language}
      onChange={({ currentTarget }) => onLanguage(currentTarget.value)}
    >
      {languages.map((each) => (
        <option key={each} value={each} lang={each}>
          {traitsOf(each).name}
        </option>
      ))}
    </select>
  );
}
