import { useMemo } from 'preact/hooks';
import type { Round } from '../lib/model/round.ts';
import type { Address } from '../lib/view/address.ts';
import type { NoteActions } from '../lib/view/note-actions.ts';
import { routeGap } from '../lib/view/route.ts';
import { nameFinder } from '../lib/view/service-names.ts';
import type { BackupPageProps } from './BackupPage.tsx';
import type { DiagnosticsProps } from './Diagnostics.tsx';
import type { ExportSectionProps } from './ExportSection.tsx';
import { later } from './later.tsx';
import { OverviewPage, type OverviewPageProps } from './OverviewPage.tsx';
import { ServicePage } from './ServicePage.tsx';
import type { SettingsPageProps } from './SettingsPage.tsx';
import type { SharePageProps } from './SharePage.tsx';
import { UnknownPage } from './UnknownPage.tsx';

const AboutPage = later(async () => (await import('./AboutPage.tsx')).AboutPage);
const BackupPage = later(async () => (await import('./BackupPage.tsx')).BackupPage);
const ExportPage = later(async () => (await import('./ExportPage.tsx')).ExportPage);
const RoundPage = later(async () => (await import('./RoundPage.tsx')).RoundPage);
const SharePage = later(async () => (await import('./SharePage.tsx')).SharePage);
const SettingsPage = later(async () => (await import('./SettingsPage.tsx')).SettingsPage);

const TimelinePage = later(async () => (await import('./TimelinePage.tsx')).TimelinePage);

export interface DashboardPageProps
  extends Omit<OverviewPageProps, 'round' | 'nameOf'>,
    Omit<SettingsPageProps, 'services'>,
    Omit<ExportSectionProps, 'services'>,
    Omit<DiagnosticsProps, 'queries'>,
    SharePageProps,
    BackupPageProps,
    NoteActions {
  /** The latest comes first. */
  rounds: Round[];
}

/** The page that the address names. */
export function DashboardPage({ address, ...props }: DashboardPageProps & { address: Address }) {
  const { rounds, services, checkSettings, queries } = props;
  const latest = rounds[0] ?? null;
  const showRouting = routeGap(props) === null;
  const nameOf = useMemo(() => nameFinder(latest, services), [latest, services]);
  switch (address.page) {
    case 'overview':
      return <OverviewPage {...props} {...{ nameOf }} round={latest} />;
    case 'timeline':
      return (
        <TimelinePage
          {...props}
          services={latest?.services ?? services}
          homeCountry={props.routingSettings.homeCountry}
          version={rounds}
          {...{ nameOf, queries }}
        />
      );
    case 'service':
      return <ServicePage id={address.id} round={latest} {...{ nameOf, showRouting, queries }} />;
    case 'round':
      return <RoundPage id={address.id} {...props} {...{ latest, showRouting }} />;
    case 'settings':
      return <SettingsPage {...props} />;
    case 'share':
      return <SharePage {...props} />;
    case 'export':
      return (
        <ExportPage
          {...props}
          {...{ nameOf, queries }}
          hasRounds={latest !== null}
          settings={checkSettings}
        />
      );
    case 'backup':
      return <BackupPage {...props} />;
    case 'about':
      return <AboutPage {...props} />;
    case 'unknown':
      return <UnknownPage />;
    default:
      return address satisfies never;
  }
}
