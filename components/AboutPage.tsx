import { useDashboardText } from './dashboard-text.ts';
import { PageTitle } from './PageTitle.tsx';
import { VisibilityLink } from './VisibilityLink.tsx';

export function AboutPage() {
  const { t } = useDashboardText();
  return (
    <>
      <PageTitle text={t('page.about')} />
      <VisibilityLink />
    </>
  );
}
