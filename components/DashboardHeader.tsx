import type { Language } from '../lib/i18n/languages.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Logo } from './Logo.tsx';
import { useText } from './TextProvider.tsx';

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
