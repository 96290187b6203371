import type { Language } from '../../lib/i18n/languages.ts';
import { LanguageSwitch } from '../common/LanguageSwitch.tsx';
import { Logo } from '../common/Logo.tsx';
import { useText } from '../common/TextProvider.tsx';

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
