import type { MessageId } from '../../locales/en/pages.ts';
import { useText } from '../text/TextProvider.tsx';
import { VisibilityLink } from './VisibilityLink.tsx';

const sections: [title: MessageId, text: MessageId][] = [
  ['first.what', 'first.what.text'],
  ['first.often', 'first.often.text'],
  ['first.seen', 'first.seen.text'],
  ['first.unseen', 'first.unseen.text'],
];

/** What a person should know before the first request is sent, in one piece. */
export function FirstRun() {
  const { t } = useText();
  return (
    <section class="first-run">
      <h2>{t('first.title')}</h2>
      <p>{t('first.purpose')}</p>
      <FirstFacts heading="h3" />
    </section>
  );
}

/** What is sent, how often, and who can see it. */
export function FirstFacts({ heading: Heading }: { heading: 'h3' | 'h4' }) {
  const { t } = useText();
  return (
    <>
      {sections.map(([title, text]) => (
        <div key={title}>
          <Heading>{t(title)}</Heading>
          <p>{t(text)}</p>
        </div>
      ))}
      <VisibilityLink />
    </>
  );
}
