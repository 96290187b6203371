import type { Round } from '../lib/model/round.ts';
import type { Address } from '../lib/view/address.ts';
import { exportServices } from '../lib/view/export-services.ts';
import type { HistoryQueries } from '../lib/view/history-queries.ts';
import { routeGap } from '../lib/view/route.ts';
import { AboutPage } from './AboutPage.tsx';
import { ExportPage } from './ExportPage.tsx';
import type { ExportSectionProps } from './ExportSection.tsx';
import { OverviewPage, type OverviewPageProps } from './OverviewPage.tsx';
import { RoundPage } from './RoundPage.tsx';
import { ServicePage } from './ServicePage.tsx';
import { SettingsPage, type SettingsPageProps } from './SettingsPage.tsx';
import { UnknownPage } from './UnknownPage.tsx';

export interface DashboardPageProps
  extends Omit<OverviewPageProps, 'rounds'>,
    Omit<SettingsPageProps, 'services'>,
    Omit<ExportSectionProps, 'services'> {
  /** Newest first. */
  rounds: Round[];
  queries: HistoryQueries;
}

/** The page that the address names. */
export function DashboardPage({ address, ...props }: DashboardPageProps & { address: Address }) {
  const { rounds, services, checkSettings, queries } = props;
  const latest = rounds[0] ?? null;
  switch (address.page) {
    case 'overview':
      return <OverviewPage {...props} />;
    case 'service':
      return (
        <ServicePage
          id={address.id}
          round={latest}
          services={services}
          showRouting={routeGap(props) === null}
        />
      );
    case 'round':
      return <RoundPage id={address.id} {...{ latest, queries }} />;
    case 'settings':
      return <SettingsPage {...props} />;
    case 'export':
      return (
        <ExportPage
          {...props}
          hasRounds={latest !== null}
          services={exportServices(rounds, services, checkSettings)}
        />
      );
    case 'about':
      return <AboutPage />;
    case 'unknown':
      return <UnknownPage />;
    default:
      return address satisfies never;
  }
}
