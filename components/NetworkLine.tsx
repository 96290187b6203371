import type { NetworkResult } from '../lib/model/network.ts';
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
        {t(`network.${network.state}`)}
      </p>
      {network.resolverPath === 'secure_dns' && <p class="aside">{t('network.secure-dns')}</p>}
    </div>
  );
}
