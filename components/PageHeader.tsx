import type { Language } from '../lib/i18n/languages.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Logo } from './Logo.tsx';
import { useText } from './TextProvider.tsx';

interface PageHeaderProps {
  onLanguage: (language: Language) => void;
  /** Left out where this page is the dashboard. */
  dashboardUrl?: string;
}

export function PageHeader({ onLanguage, dashboardUrl }: PageHeaderProps) {
  const { t } = useText();
  return (
    <header class="page-header">
      <h1>
        <Logo />
        {t('app.name')}
      </h1>
      {dashboardUrl && (
        <a href={dashboardUrl} target="_blank" rel="noreferrer">
          {t('app.dashboard')}
        </a>
      )}
      <LanguageSwitch onLanguage={onLanguage} />
    </header>
  );
}
