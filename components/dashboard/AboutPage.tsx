import { traitsOf } from '../../lib/i18n/languages.ts';
import { VisibilityLink } from '../first-run/VisibilityLink.tsx';
import { PageTitle } from '../page/PageTitle.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';
import { Diagnostics, type DiagnosticsProps } from './Diagnostics.tsx';

const method = ['asked', 'compared', 'repeated', 'proof', 'route', 'unknown'] as const;

/** How Dozvon comes to what it says, in plain words, and which version of it this is. */
export function AboutPage(props: DiagnosticsProps) {
  const { rounds, catalog } = props;
  const round = rounds[0];
  const { language, t } = useDashboardText();
  return (
    <>
      <PageTitle text={t('page.about')} />
      <section class="prose">
        <h2>{t('about.method')}</h2>
        {method.map((part) => (
          <p key={part}>{t(`about.${part}`)}</p>
        ))}
        <VisibilityLink />
      </section>
      {!traitsOf(language).isReviewed && (
        <section class="prose">
          <h2>{t('about.translation')}</h2>
          <p>{t('about.unreviewed')}</p>
        </section>
      )}
      <section class="prose">
        <h2>{t('about.version')}</h2>
        {round && (
          <p>
            {t('about.software', {
              version: round.software.version,
              logic: round.software.logic,
              browser: round.software.browser,
            })}
          </p>
        )}
        {catalog && <p>{t('about.catalog', { version: catalog.version })}</p>}
        <p>{t('about.licence')}</p>
      </section>
      <Diagnostics {...props} />
    </>
  );
}
