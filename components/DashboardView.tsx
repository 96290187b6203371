import type { ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Language } from '../lib/i18n/languages.ts';
import type { Address } from '../lib/view/address.ts';
import type { PageError } from '../lib/view/page-state.ts';
import { routeGap } from '../lib/view/route.ts';
import { serviceRows } from '../lib/view/rows.ts';
import { DashboardHeader } from './DashboardHeader.tsx';
import { DashboardPage, type DashboardPageProps } from './DashboardPage.tsx';
import { ErrorLine } from './ErrorLine.tsx';
import { ResearchLine } from './ResearchLine.tsx';
import { SetAsideHistories, type SetAsideHistoriesProps } from './SetAsideHistories.tsx';
import { SideNavigation } from './SideNavigation.tsx';
import { TextProvider } from './TextProvider.tsx';

export interface DashboardViewProps extends DashboardPageProps, SetAsideHistoriesProps {
  address: ReadonlySignal<Address>;
  language: Language;
  isResearchBuild: boolean;
  error: PageError | null;
  onLanguage: (language: Language) => void;
}

/** What stands around all pages of the dashboard, and the page that the address names. */
export function DashboardView({ address: addressNow, ...props }: DashboardViewProps) {
  const { rounds, setAside, onSaveSetAside, onDeleteSetAside } = props;
  const address = addressNow.value;
  const place = JSON.stringify(address);
  const main = useFocusOnArrival(place);
  const showRouting = routeGap(props) === null;
  const rows = useMemo(
    () => serviceRows(rounds[0] ?? null, null, showRouting),
    [rounds, showRouting],
  );
  return (
    <TextProvider language={props.language}>
      <DashboardHeader onLanguage={props.onLanguage} />
      <div class="frame">
        <SideNavigation {...{ address, rows }} />
        <main ref={main}>
          <ErrorLine error={props.error} />
          <SetAsideHistories {...{ setAside, onSaveSetAside, onDeleteSetAside }} />
          {props.isResearchBuild && <ResearchLine />}
          <DashboardPage key={place} address={address} {...props} />
        </main>
      </div>
    </TextProvider>
  );
}

/** A person who follows a link hears and sees the new page from its heading on; one who has just come is left alone. */
function useFocusOnArrival(place: string) {
  const main = useRef<HTMLElement>(null);
  const last = useRef(place);
  useLayoutEffect(() => {
    if (last.current === place) return;
    last.current = place;
    main.current?.querySelector('h1')?.focus();
  }, [place]);
  return main;
}
