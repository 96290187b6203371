import type { Mechanism } from '../../model/mechanism.ts';
import type { Reason } from '../../model/reason.ts';
import type { NetworkVerdict } from '../network/network-verdict.ts';
import { insufficient, isFailureState, reached, type Verdict } from '../verdict.ts';

/**
 * Weakens the verdict on one target where the network is not normal. Successes and the server's own refusals
 * stand.
 */
export function temper(verdict: Verdict, network: NetworkVerdict): Verdict {
  if (network.state === 'normal') return verdict;
  if (network.trouble === 'clock' && verdict.reason !== 'interrupted') return verdict;
  if (reachesNoServer(network) && verdict.reason === 'too-few-attempts')
    return insufficient(reasonOf(network));
  if (verdict.reason === 'interrupted') {
    return network.trouble === 'unmeasured' ? verdict : insufficient(reasonOf(network));
  }
  if (verdict.reason === 'answers-late') return reached('medium');
  if (network.state === 'degraded' && verdict.state === 'impaired' && !verdict.artefact) {
    return { ...verdict, confidence: 'low' };
  }
  if (!isFailureState(verdict.state) || verdict.locus === 'server_side') return verdict;
  if (verdict.locus === 'local' && network.state !== 'captive_portal') return verdict;
  switch (network.state) {
    case 'allowlist':
      return verdict.state === 'blocked'
        ? { ...verdict, state: 'likely_blocked', confidence: 'medium', reason: reasonOf(network) }
        : { ...verdict, reason: reasonOf(network) };
    case 'degraded':
      return withstandsLoss(verdict, network) ? verdict : insufficient(reasonOf(network));
    case 'offline':
    case 'captive_portal':
      return insufficient(reasonOf(network));
    default:
      return network.state satisfies never;
  }
}

/** Whether further attempts would show nothing either: no server is reached, or somebody between answers for all. */
function reachesNoServer({ state, trouble }: NetworkVerdict): boolean {
  return state === 'offline' || state === 'captive_portal' || trouble === 'certificates';
}

/** Failures that take an answer, which lost or late packets cannot produce. */
const answeredFailures: Mechanism[] = [
  'reset',
  'tls.reset',
  'tcp.refused',
  'ip.unreachable',
  'tls.alert',
];

/** Whether a verdict holds on a network that loses or delays packets. */
function withstandsLoss(verdict: Verdict, network: NetworkVerdict): boolean {
  const { trouble } = network;
  // Before it broke down, it was as good as any.
  if (trouble === 'broke-down') return true;
  if (trouble !== 'loss' && trouble !== 'slow') return false;
  if (verdict.state === 'blocked') return true;
  return (
    verdict.mechanisms.length > 0 &&
    verdict.mechanisms.every((one) => answeredFailures.includes(one))
  );
}

function reasonOf(network: NetworkVerdict): Reason {
  switch (network.state) {
    case 'offline':
      return 'network-offline';
    case 'captive_portal':
      return 'network-portal';
    case 'allowlist':
      return network.trouble === 'only-services' ? 'network-only-some' : 'network-allowlist';
    default:
      return reasonOfTrouble(network);
  }
}

function reasonOfTrouble({ trouble }: NetworkVerdict): Reason {
  if (trouble === 'clock') return 'clock-wrong';
  if (trouble === 'proxy') return 'proxy-fails';
  return trouble === 'resolver' ? 'network-names' : 'network-degraded';
}
