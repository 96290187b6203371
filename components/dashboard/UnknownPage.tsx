import { useDashboardText } from '../common/dashboard-text.ts';
import { PageTitle } from '../common/PageTitle.tsx';

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
