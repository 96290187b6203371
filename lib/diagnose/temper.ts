import type { Mechanism } from '../model/mechanism.ts';
import type { Reason } from '../model/reason.ts';
import type { NetworkVerdict } from './network.ts';
import { insufficient, isFailureState, type Verdict } from './verdict.ts';

/**
 * Takes back what a network that is not normal does not allow to be said of one service. What got
 * through, got through; what the server itself refused, it refused.
 */
export function temper(verdict: Verdict, network: NetworkVerdict): Verdict {
  if (network.state === 'normal') return verdict;
  if (verdict.reason === 'interrupted') {
    return network.trouble === 'unmeasured' ? verdict : insufficient(reasonOf(network));
  }
  if (!isFailureState(verdict.state) || verdict.locus === 'server_side') return verdict;
  switch (network.state) {
    case 'allowlist':
      return verdict.state === 'blocked'
        ? { ...verdict, state: 'likely_blocked', confidence: 'medium', reason: 'network-allowlist' }
        : { ...verdict, reason: 'network-allowlist' };
    case 'degraded':
      return isSteadyProof(verdict, network) ? verdict : insufficient('network-degraded');
    case 'offline':
    case 'captive_portal':
      return insufficient(reasonOf(network));
    default:
      return network.state satisfies never;
  }
}

/** What lost and late packets do not bring about: an answer, if only a refusal, and what is proved. */
const answers: Mechanism[] = ['reset', 'tls.reset', 'tcp.refused', 'ip.unreachable', 'tls.alert'];

function isSteadyProof(verdict: Verdict, network: NetworkVerdict): boolean {
  const lossy = network.trouble === 'loss' || network.trouble === 'slow';
  if (!lossy) return false;
  if (verdict.state === 'blocked') return true;
  return verdict.mechanisms.length > 0 && verdict.mechanisms.every((one) => answers.includes(one));
}

function reasonOf(network: NetworkVerdict): Reason {
  switch (network.state) {
    case 'offline':
      return 'network-offline';
    case 'captive_portal':
      return 'network-portal';
    case 'allowlist':
      return 'network-allowlist';
    default:
      return 'network-degraded';
  }
}
