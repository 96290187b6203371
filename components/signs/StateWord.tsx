import type { ServiceResult } from '../../lib/model/service.ts';
import { shownAs } from '../../lib/view/service.ts';
import { useText } from '../text/TextProvider.tsx';

interface StateWordProps {
  service: ServiceResult;
}

/** A verdict in a word or two. */
export function StateWord({ service }: StateWordProps) {
  const { t } = useText();
  const { sign, word } = shownAs(service);
  return <span class={`word sign-${sign}`}>{t(word)}</span>;
}
