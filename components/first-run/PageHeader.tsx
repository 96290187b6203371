import type { Language } from '../../lib/i18n/languages.ts';
import { Logo } from '../page/Logo.tsx';
import { LanguageSwitch } from '../text/LanguageSwitch.tsx';
import { useText } from '../text/TextProvider.tsx';

interface PageHeaderProps {
  onLanguage: (language: Language) => void;
}

export function PageHeader({ onLanguage }: PageHeaderProps) {
  const { t } = useText();
  return (
    <header class="page-header">
      <h1>
        <Logo />
        {t('app.name')}
      </h1>
      <LanguageSwitch onLanguage={onLanguage} />
    </header>
  );
}
