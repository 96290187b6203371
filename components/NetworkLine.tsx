import type { NetworkResult } from '../lib/model/network.ts';
import type { MessageId } from '../locales/en/pages.ts';
import { StateIcon } from './StateIcon.tsx';
import { useText } from './TextProvider.tsx';

interface NetworkLineProps {
  network: NetworkResult;
}

/** The network's state, as a notice where it is not normal. */
export function NetworkLine({ network }: NetworkLineProps) {
  const { t } = useText();
  const isNormal = network.state === 'normal';
  return (
    <div class={isNormal ? 'network' : 'network notice'}>
      <p>
        {!isNormal && <StateIcon sign="impaired" />}
        {t(textOf(network))}
      </p>
      {network.resolverPath === 'secure_dns' && <p class="aside">{t('network.secure-dns')}</p>}
    </div>
  );
}

/** The trouble where a person can do something about it, else the state. */
function textOf({ state, trouble }: NetworkResult): MessageId {
  if (trouble === 'clock') return 'network.clock';
  if (trouble === 'only-services') return 'network.only-some';
  return trouble === 'resolver' ? 'network.names' : `network.${state}`;
}
