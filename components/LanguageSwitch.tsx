import { type Language, languageNames, languages } from '../lib/i18n/languages.ts';
import { useText } from './TextProvider.tsx';

interface LanguageSwitchProps {
  onLanguage: (language: Language) => void;
}

export function LanguageSwitch({ onLanguage }: LanguageSwitchProps) {
  const { language, t } = useText();
  return (
    <fieldset class="language-switch">
      <legend class="visually-hidden">{t('app.language')}</legend>
      {languages.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          title={languageNames[each]}
          aria-label={`${each.toUpperCase()} ${languageNames[each]}`}
          aria-pressed={each === language}
          onClick={() => onLanguage(each)}
        >
          {each.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
