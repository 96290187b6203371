import type { ServiceResult } from '../lib/model/service.ts';
import { useText } from './TextProvider.tsx';

interface StateWordProps {
  service: ServiceResult;
}

/** A verdict in words. */
export function StateWord({ service }: StateWordProps) {
  const { t } = useText();
  return <span class={`word sign-${service.state}`}>{t(`state.${service.state}`)}</span>;
}
