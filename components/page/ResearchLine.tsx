import { useText } from '../text/TextProvider.tsx';

/** Tells the research build from the one for everyday use. */
export function ResearchLine() {
  return <p class="research">{useText().t('build.research')}</p>;
}
