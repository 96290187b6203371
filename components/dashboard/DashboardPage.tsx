import { useMemo } from 'preact/hooks';
import type { Round } from '../../lib/model/round.ts';
import type { NoteActions } from '../../lib/view/actions/note-actions.ts';
import type { Address } from '../../lib/view/page/address.ts';
import { routeSeen } from '../../lib/view/route.ts';
import { nameFinder } from '../../lib/view/service-names.ts';
import type { BackupPageProps } from '../backup/BackupPage.tsx';
import type { ExportSectionProps } from '../export/ExportSection.tsx';
import { later } from '../loading/later.tsx';
import type { SettingsPageProps } from '../settings/SettingsPage.tsx';
import type { SharePageProps } from '../share/SharePage.tsx';
import type { DiagnosticsProps } from './Diagnostics.tsx';
import { OverviewPage, type OverviewPageProps } from './OverviewPage.tsx';
import { ServicePage } from './ServicePage.tsx';
import { UnknownPage } from './UnknownPage.tsx';

const AboutPage = later(async () => (await import('./AboutPage.tsx')).AboutPage);
const BackupPage = later(async () => (await import('../backup/BackupPage.tsx')).BackupPage);
const ExportPage = later(async () => (await import('../export/ExportPage.tsx')).ExportPage);
const RoundPage = later(async () => (await import('../round/RoundPage.tsx')).RoundPage);
const SharePage = later(async () => (await import('../share/SharePage.tsx')).SharePage);
const SettingsPage = later(async () => (await import('../settings/SettingsPage.tsx')).SettingsPage);

const TimelinePage = later(async () => (await import('../timeline/TimelinePage.tsx')).TimelinePage);

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
  const { rounds, now, services, queries } = props;
  const latest = rounds[0] ?? null;
  const { route, gap } = routeSeen(props);
  const showRouting = gap === null;
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
      return (
        <ServicePage id={address.id} round={latest} {...{ route, gap, now, nameOf, queries }} />
      );
    case 'round':
      return <RoundPage id={address.id} {...props} {...{ latest, showRouting }} />;
    case 'settings':
      return <SettingsPage {...props} />;
    case 'share':
      return <SharePage {...props} />;
    case 'export':
      return <ExportPage {...props} {...{ nameOf, queries }} hasRounds={latest !== null} />;
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
