import type { ServiceResult } from '../../lib/model/service.ts';
import { wordOf } from '../../lib/view/service.ts';
import { useText } from '../text/TextProvider.tsx';

interface StateWordProps {
  service: ServiceResult;
}

/** A verdict in a word or two. */
export function StateWord({ service }: StateWordProps) {
  const { t } = useText();
  return <span class={`word sign-${service.state}`}>{t(wordOf(service))}</span>;
}
