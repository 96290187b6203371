import type { DashboardId } from '../../lib/i18n/dashboard-text.ts';
import type { ServiceResult } from '../../lib/model/service.ts';
import { fullWordIn } from '../../lib/view/full-word.ts';
import { type Address, plainPages, serviceHref } from '../../lib/view/page/address.ts';
import type { ServiceRowView } from '../../lib/view/rows.ts';
import { shownAs } from '../../lib/view/service.ts';
import { StateIcon } from '../signs/StateIcon.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';

interface SideNavigationProps {
  address: Address;
  rows: readonly ServiceRowView[];
}

/** All pages of the dashboard, and the services with their signs. */
export function SideNavigation({ address, rows }: SideNavigationProps) {
  const { t } = useDashboardText();
  return (
    <nav class="side" aria-label={t('nav.title')}>
      <ul>
        {plainPages.map((page) => (
          <li key={page}>
            <a href={`#${page}`} aria-current={address.page === page ? 'page' : undefined}>
              {t(`page.${page}`)}
            </a>
          </li>
        ))}
      </ul>
      {rows.length > 0 && <Services {...{ address, rows }} />}
    </nav>
  );
}

function Services({ address, rows }: SideNavigationProps) {
  const { t } = useDashboardText();
  const shown = address.page === 'service' ? address.id : null;
  return (
    <>
      <h2 id="nav-services">{t('nav.services')}</h2>
      <ul aria-labelledby="nav-services">
        {rows.map(({ id, name, service }) => (
          <li key={id}>
            <a href={serviceHref(id)} aria-current={shown === id ? 'page' : undefined}>
              <StateIcon sign={service ? shownAs(service).sign : 'missing'} />
              <bdi>{name}</bdi>
              {service && <span class="visually-hidden"> {t(wordBeside(service))}</span>}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function wordBeside(service: ServiceResult): DashboardId {
  const { sign, word } = shownAs(service);
  return sign === service.state ? fullWordIn(service, sign) : word;
}
