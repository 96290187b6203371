import { useText } from '../text/TextProvider.tsx';
import { FirstRun } from './FirstRun.tsx';

/** The same in few words, with all of it below. */
export function FirstRunInShort() {
  const { t } = useText();
  return (
    <section class="first-short">
      <p class="headline">{t('first.title')}</p>
      <p>{t('first.short')}</p>
      <details>
        <summary>{t('first.more')}</summary>
        <FirstRun />
      </details>
    </section>
  );
}
