import { PageTitle } from '../page/PageTitle.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';

/** Where an address leads nowhere. */
export function UnknownPage() {
  const { t } = useDashboardText();
  return (
    <>
      <PageTitle text={t('page.unknown')} />
      <p>{t('page.unknown.text')}</p>
      <p>
        <a href="#overview">{t('page.unknown.back')}</a>
      </p>
    </>
  );
}
