import type { MessageId } from '../locales/en/pages.ts';
import { useText } from './TextProvider.tsx';
import { VisibilityLink } from './VisibilityLink.tsx';

const sections: [title: MessageId, text: MessageId][] = [
  ['first.what', 'first.what.text'],
  ['first.often', 'first.often.text'],
  ['first.seen', 'first.seen.text'],
  ['first.unseen', 'first.unseen.text'],
];

/** What a person should know before the first request is sent. */
export function FirstRun() {
  const { t } = useText();
  return (
    <section class="first-run">
      <h2>{t('first.title')}</h2>
      <p>{t('first.purpose')}</p>
      {sections.map(([title, text]) => (
        <div key={title}>
          <h3>{t(title)}</h3>
          <p>{t(text)}</p>
        </div>
      ))}
      <VisibilityLink />
    </section>
  );
}
