import type { ComponentChildren } from 'preact';
import type { Language } from '../../lib/i18n/languages.ts';
import { Logo } from '../page/Logo.tsx';
import { LanguageSwitch } from '../text/LanguageSwitch.tsx';
import { useText } from '../text/TextProvider.tsx';

interface PopupFrameProps {
  /** They come early for the keyboard, though they are shown last. */
  actions: ComponentChildren;
  /** What is told comes before them for the keyboard, too. */
  isToldFirst?: boolean;
  dashboardUrl: string;
  onLanguage: (language: Language) => void;
  children: ComponentChildren;
}

export function PopupFrame(props: PopupFrameProps) {
  const { actions, isToldFirst = false, dashboardUrl, onLanguage, children } = props;
  const { t } = useText();
  return (
    <>
      <header class="page-header">
        <h1>
          <Logo />
          {t('app.name')}
        </h1>
      </header>
      {!isToldFirst && <footer>{actions}</footer>}
      <nav class="page-header">
        <a href={dashboardUrl} target="_blank" rel="noreferrer">
          {t('page.overview')}
        </a>
        <LanguageSwitch onLanguage={onLanguage} />
      </nav>
      <main>{children}</main>
      {isToldFirst && <footer>{actions}</footer>}
    </>
  );
}
