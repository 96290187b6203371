import type { Language } from '../../lib/i18n/languages.ts';
import { Logo } from '../page/Logo.tsx';
import { LanguageSwitch } from '../text/LanguageSwitch.tsx';
import { useText } from '../text/TextProvider.tsx';

interface DashboardHeaderProps {
  onLanguage: (language: Language) => void;
}

export function DashboardHeader({ onLanguage }: DashboardHeaderProps) {
  const { t } = useText();
  return (
    <header class="page-header">
      <a class="brand" href="#overview">
        <Logo />
        {t('app.name')}
      </a>
      <LanguageSwitch onLanguage={onLanguage} />
    </header>
  );
}
