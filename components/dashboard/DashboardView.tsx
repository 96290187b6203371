import type { ReadonlySignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { Language } from '../../lib/i18n/languages.ts';
import { isLocked } from '../../lib/settings/organisation.ts';
import { withOrder } from '../../lib/settings/service-order.ts';
import type { Address } from '../../lib/view/page/address.ts';
import { routeSeen } from '../../lib/view/route.ts';
import { serviceRows } from '../../lib/view/rows.ts';
import { ErrorLine } from '../forms/ErrorLine.tsx';
import { ArrivalContext } from '../page/arrival.ts';
import { ResearchLine } from '../page/ResearchLine.tsx';
import { useKeptFocus } from '../page/use-kept-focus.ts';
import { TextProvider } from '../text/TextProvider.tsx';
import { DashboardHeader } from './DashboardHeader.tsx';
import { DashboardPage, type DashboardPageProps } from './DashboardPage.tsx';
import { SetAsideHistories, type SetAsideHistoriesProps } from './SetAsideHistories.tsx';
import { SideNavigation } from './SideNavigation.tsx';
import { SkipLink } from './SkipLink.tsx';

export interface DashboardViewProps extends DashboardPageProps, SetAsideHistoriesProps {
  address: ReadonlySignal<Address>;
  language: Language;
}

/** What stands around all pages of the dashboard, and the page that the address names. */
export function DashboardView({ address: addressNow, ...props }: DashboardViewProps) {
  useKeptFocus();
  const { setAside, onSaveSetAside, onDeleteSetAside } = props;
  const { order } = props.checkSettings;
  const rounds = useMemo(
    () => props.rounds.map((round) => withOrder(round, order)),
    [props.rounds, order],
  );
  const progress = withOrder(props.progress, order);
  const address = addressNow.value;
  const place = JSON.stringify(address);
  const arrival = useArrival(place);
  const main = useRef<HTMLElement>(null);
  const { route, gap } = routeSeen(props);
  const rows = useMemo(
    () => serviceRows(rounds[0] ?? null, null, { route, gap }),
    [rounds, route, gap],
  );
  return (
    <TextProvider language={props.language} isLocked={isLocked(props.checkSettings, 'language')}>
      <SkipLink to={main} />
      <DashboardHeader onLanguage={props.onLanguage} />
      <div class="frame">
        <SideNavigation {...{ address, rows }} />
        <main ref={main} id="main" tabIndex={-1}>
          <ErrorLine error={props.error} />
          <SetAsideHistories {...{ setAside, onSaveSetAside, onDeleteSetAside }} />
          {props.isResearchBuild && <ResearchLine />}
          <ArrivalContext.Provider value={arrival}>
            <DashboardPage key={place} address={address} {...props} {...{ rounds, progress }} />
          </ArrivalContext.Provider>
        </main>
      </div>
    </TextProvider>
  );
}

/** A person who follows a link hears and sees the new page from its heading on; one who has just come is left alone. */
function useArrival(place: string) {
  const arrival = useRef(false);
  const last = useRef(place);
  if (last.current !== place) {
    last.current = place;
    arrival.current = true;
  }
  return arrival;
}
