import { useEffect } from 'preact/hooks';
import { useDashboardText } from './dashboard-text.ts';

interface PageTitleProps {
  text: string;
  /** Where something else on the page catches the eye first. */
  isHidden?: boolean;
}

/** The heading of a page, which also names its tab and takes the focus when a person gets there. */
export function PageTitle({ text, isHidden = false }: PageTitleProps) {
  const { t } = useDashboardText();
  useEffect(() => {
    document.title = t('page.title', { page: text });
  }, [t, text]);
  return (
    <h1 class={isHidden ? 'visually-hidden' : 'page-title'} tabIndex={-1}>
      {text}
    </h1>
  );
}
