import { useSignal } from '@preact/signals';
import { pastTime } from '../../lib/i18n/time.ts';
import type { NetworkResult } from '../../lib/model/network.ts';
import type { SeenRoute } from '../../lib/model/route.ts';
import { isOutdated, type RouteGap, type RouteView, routeView } from '../../lib/view/route.ts';
import { useText } from '../text/TextProvider.tsx';
import { Translated } from '../text/Translated.tsx';
import { RouteSignals } from './RouteSignals.tsx';

interface ConnectionLineProps {
  /** Of the last round; null where it is not to be mentioned. */
  network: NetworkResult | null;
  route: SeenRoute | null;
  gap: RouteGap | null;
  /** The route belongs to the last round, so its services were reached over it. */
  isFresh: boolean;
  now: Date;
}

/** The network and the suggested route in one quiet line, which unfolds to what they are read from. */
export function ConnectionLine({ network, route: seen, gap, isFresh, now }: ConnectionLineProps) {
  const { t } = useText();
  const isOpen = useSignal(false);
  const route = seen === null || isOutdated(seen.at, now) ? null : routeView(seen.routing);
  const isSecure = network?.resolverPath === 'secure_dns';
  const parts = [
    ...(network?.state === 'normal' ? [t('network.normal')] : []),
    ...(route === null ? [] : [t(route.short.id)]),
    ...(gap === null ? [] : [t('quiet.gap')]),
  ];
  const hidden = isSecure && <span class="aside">{t('quiet.secure-dns')}</span>;
  if (parts.length === 0 && !isSecure) return null;
  if (route === null && gap === null && !isSecure) return <p class="quiet">{parts.join(' · ')}</p>;
  return (
    <details
      class="quiet route"
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>
        {parts.join(' · ')} {hidden}
      </summary>
      {isOpen.value && (
        <div class="unfolded">
          {route && seen && <Route route={route} at={isFresh ? null : seen.at} now={now} />}
          {gap && <p>{t(`route.gap.${gap}`)}</p>}
          {isSecure && <p>{t('network.secure-dns')}</p>}
        </div>
      )}
    </details>
  );
}

interface RouteProps {
  route: RouteView;
  /** When it was seen, where that is to be told. */
  at: string | null;
  now: Date;
}

function Route({ route, at, now }: RouteProps) {
  const { language, t } = useText();
  const ago = at === null ? null : pastTime(language, at, now);
  return (
    <>
      <p>
        <Translated message={route.line} />{' '}
        {route.country !== null && <Country code={route.country} />}{' '}
        {ago !== null && t('route.seen', { ago })}
      </p>
      <RouteSignals route={route} />
    </>
  );
}

function Country({ code }: { code: string }) {
  const { language, t } = useText();
  const country = new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
  return <>{t('route.country', { country })}</>;
}
