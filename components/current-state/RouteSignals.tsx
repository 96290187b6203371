import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { loadSignalTexts, type SignalTexts } from '../../lib/i18n/signal-texts.ts';
import type { SignalId } from '../../lib/model/route.ts';
import type { RouteView } from '../../lib/view/route.ts';
import { useText } from '../text/TextProvider.tsx';

/** What speaks for and against the suggested route; the sentences load on demand. */
export function RouteSignals({ route }: { route: RouteView }) {
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
