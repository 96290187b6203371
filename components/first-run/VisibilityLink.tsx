import { useText } from '../text/TextProvider.tsx';

/** Leads to the page that tells who can see what. */
export function VisibilityLink() {
  const { t } = useText();
  return (
    <p>
      <a href="/visibility.html" target="_blank" rel="noreferrer">
        {t('visibility.title')}
      </a>
    </p>
  );
}
