import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { relativeTime } from '../lib/i18n/time.ts';
import type { SeenRoute, SignalId } from '../lib/model/route.ts';
import { isOutdated, type RouteView, routeView } from '../lib/view/route.ts';
import { Say } from './Say.tsx';
import { useText } from './TextProvider.tsx';

interface RouteLineProps {
  route: SeenRoute;
  /** The last round looked, too: only then do its services bear on it. */
  isFresh: boolean;
  now: Date;
}

/** The way that traffic seems to take; what for and against only once it is asked for. */
export function RouteLine({ route: { at, routing }, isFresh, now }: RouteLineProps) {
  const { language, say } = useText();
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
        <Say message={route.line} /> {route.country !== null && <Country code={route.country} />}{' '}
        {route.isDetour && isFresh && say('route.through')}
        {ago !== null && say('route.seen', { ago })}
      </summary>
      {isOpen.value && <Signals route={route} />}
    </details>
  );
}

function Country({ code }: { code: string }) {
  const { language, say } = useText();
  const country = new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
  return <>{say('route.country', { country })}</>;
}

type Sentences = Record<SignalId, string>;

function Signals({ route }: { route: RouteView }) {
  const { language, say } = useText();
  const sentences = useSignal<Sentences | null>(null);
  useEffect(() => {
    void import('../lib/i18n/signal-texts.ts').then(({ signalTexts }) => {
      sentences.value = signalTexts[language];
    });
  }, [language, sentences]);
  if (sentences.value === null) return null;
  const said = sentences.value;
  return (
    <div class="signals">
      <SignalList title={say('route.for')} ids={route.supporting} said={said} />
      <SignalList title={say('route.against')} ids={route.contradicting} said={said} />
      <SignalList title={say('route.beside')} ids={route.neutral} said={said} />
    </div>
  );
}

interface SignalListProps {
  title: string;
  ids: SignalId[];
  said: Sentences;
}

function SignalList({ title, ids, said }: SignalListProps) {
  if (ids.length === 0) return null;
  return (
    <>
      <p>{title}</p>
      <ul>
        {ids.map((id) => (
          <li key={id}>{said[id]}</li>
        ))}
      </ul>
    </>
  );
}
