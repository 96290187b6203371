import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { loadSignalTexts, type SignalTexts } from '../lib/i18n/signal-texts.ts';
import { relativeTime } from '../lib/i18n/time.ts';
import type { SeenRoute, SignalId } from '../lib/model/route.ts';
import { isOutdated, type RouteView, routeView } from '../lib/view/route.ts';
import { useText } from './TextProvider.tsx';
import { Translated } from './Translated.tsx';

interface RouteLineProps {
  route: SeenRoute;
  /** The route belongs to the last round, so its services were reached over it. */
  isFresh: boolean;
  now: Date;
}

/** The suggested route; its signals load once it is unfolded. */
export function RouteLine({ route: { at, routing }, isFresh, now }: RouteLineProps) {
  const { language, t } = useText();
  const isOpen = useSignal(false);
  const route = routeView(routing);
  if (route === null || isOutdated(at, now)) return null;
  const ago = isFresh ? null : relativeTime(language, at, now);
  return (
    <details
      class="route"
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>
        <Translated message={route.line} />{' '}
        {route.country !== null && <Country code={route.country} />}{' '}
        {ago !== null && t('route.seen', { ago })}
      </summary>
      {isOpen.value && <Signals route={route} />}
    </details>
  );
}

function Country({ code }: { code: string }) {
  const { language, t } = useText();
  const country = new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
  return <>{t('route.country', { country })}</>;
}

function Signals({ route }: { route: RouteView }) {
  const { language, t } = useText();
  const sentences = useSignal<SignalTexts | null>(null);
  useEffect(() => {
    void loadSignalTexts(language).then((texts) => {
      sentences.value = texts;
    });
  }, [language, sentences]);
  if (sentences.value === null) return null;
  const texts = sentences.value;
  return (
    <div class="signals">
      <SignalList title={t('route.for')} ids={route.supporting} texts={texts} />
      <SignalList title={t('route.against')} ids={route.contradicting} texts={texts} />
      <SignalList title={t('route.beside')} ids={route.neutral} texts={texts} />
    </div>
  );
}

interface SignalListProps {
  title: string;
  ids: SignalId[];
  texts: SignalTexts;
}

function SignalList({ title, ids, texts }: SignalListProps) {
  if (ids.length === 0) return null;
  return (
    <>
      <p>{title}</p>
      <ul>
        {ids.map((id) => (
          <li key={id}>{texts[id]}</li>
        ))}
      </ul>
    </>
  );
}
