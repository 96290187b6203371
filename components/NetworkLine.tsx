import type { NetworkResult } from '../lib/model/network.ts';
import { StateIcon } from './StateIcon.tsx';
import { useText } from './TextProvider.tsx';

interface NetworkLineProps {
  network: NetworkResult;
}

/** Where the network itself is in trouble, that is the first thing to know. */
export function NetworkLine({ network }: NetworkLineProps) {
  const { say } = useText();
  const isNormal = network.state === 'normal';
  return (
    <div class={isNormal ? 'network' : 'network notice'}>
      <p>
        {!isNormal && <StateIcon sign="impaired" />}
        {say(`network.${network.state}`)}
      </p>
      {network.resolverPath === 'secure_dns' && <p class="aside">{say('network.secure-dns')}</p>}
    </div>
  );
}
