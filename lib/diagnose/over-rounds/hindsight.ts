import { gotThrough, isByPrivateAuthority } from '../../model/attempt.ts';
import type { Standing } from '../../model/standing.ts';
import { median } from '../../observe/median.ts';
import { hasIntermittentGates, hasLateAnswers, hasPacketLoss } from '../chance/loss.ts';
import { withoutFailing } from '../chance/windows.ts';
import type { ControlEvidence } from '../evidence/control-evidence.ts';
import { isReachedAnew } from '../evidence/old-connections.ts';
import type { RoundEvidence, ServiceEvidence } from '../evidence/round-evidence.ts';
import { withClock } from '../network/clock.ts';
import { losesLargePackets } from '../network/large-packets.ts';
import { diagnoseNetwork, isControlReached } from '../network/network.ts';
import type { NetworkVerdict } from '../network/network-verdict.ts';
import { isBehindNewPortal } from '../network/new-portal.ts';
import { besideServices, opensAbroad } from '../network/only-services.ts';

const portal: NetworkVerdict = { state: 'captive_portal', confidence: 'medium', trouble: null };

/**
 * Corrects the first gate's verdict by the whole round, which may have lost packets or later gates.
 * @param standings by service id, before this round
 */
export function reassessNetwork(
  evidence: RoundEvidence,
  standings: ReadonlyMap<string, Standing>,
): NetworkVerdict {
  return withClock(reassessConnection(evidence, standings), evidence.controls);
}

function reassessConnection(
  evidence: RoundEvidence,
  standings: ReadonlyMap<string, Standing>,
): NetworkVerdict {
  if (wasOpen(evidence.network)) {
    if (isBehindNewPortal(evidence)) return portal;
    if (hasBrokenDown(evidence)) {
      return showsPortal(evidence.controls)
        ? portal
        : { state: 'degraded', confidence: 'medium', trouble: 'broke-down' };
    }
  }
  const sound = { ...evidence, services: withoutFailing(evidence.services, standings) };
  const controls = isNoList(evidence) ? opensElsewhere : reassessControls(sound);
  const isShut = evidence.gates[0]?.passed === false;
  const network = isShut ? besideServices(controls, evidence.services) : controls;
  if (network.state !== 'normal') return network;
  // Where the first gate was slow, the link came up while it was opened.
  const isLate = evidence.network.trouble !== 'slow' && hasLateAnswers(evidence.controls);
  const isLossy =
    isLate || hasIntermittentGates(evidence) || hasPacketLoss(sound) || losesLargePackets(evidence);
  return isLossy ? { state: 'degraded', confidence: 'medium', trouble: 'loss' } : network;
}

function wasOpen({ state, trouble }: NetworkVerdict): boolean {
  return state === 'normal' || trouble === 'slow' || trouble === 'loss';
}

/** Whether the latest plain answer is another than that of the site. */
function showsPortal(controls: readonly ControlEvidence[]): boolean {
  const latest = controls
    .filter(({ group }) => group === 'portal')
    .flatMap(({ attempts }) => attempts.at(-1) ?? []);
  return latest.some(({ ok, valid, httpStatus }) => !ok && valid && httpStatus !== null);
}

/**
 * Whether the last gate failed, and nothing got through after it began, over a connection that may be new, that only its
 * server can answer.
 */
function hasBrokenDown({ gates, services }: Pick<RoundEvidence, 'gates' | 'services'>): boolean {
  const last = gates.at(-1);
  if (last === undefined || last.passed) return false;
  const attempts = services.flatMap((one) => [...one.attempts.values()].flat());
  return !attempts.some(
    (one) => isReachedAnew(one) && !isByPrivateAuthority(one) && one.startedAt > last.startedAt,
  );
}

/**
 * Later gates asked further sites. Two controls that each lost a packet, or a link that came up while they were
 * asked, give a slow median; the answers of services are a better measure. Against a normal network each service counts
 * once, as its own way may be bad.
 * @param evidence without services whose way is known to be bad
 */
function reassessControls(evidence: RoundEvidence): NetworkVerdict {
  const { network, controls, services, online, usualMs } = evidence;
  if (network.state !== 'normal' && network.trouble !== 'slow') return network;
  const times = services.map(answerTimes).filter((each) => each.length > 0);
  const serviceMs = network.state === 'normal' ? times.map(median) : times.flat();
  const atTheEnd = diagnoseNetwork(controls, online, usualMs, serviceMs);
  const isWorse = network.state === 'normal' && atTheEnd.state !== 'degraded';
  return isWorse ? network : atTheEnd;
}

/** Sites at home answer alone, and it is no allowlist: there is a connection. */
const opensElsewhere: NetworkVerdict = { state: 'degraded', confidence: 'low', trouble: 'unclear' };

/**
 * Whether sites at home answer over a line of their own, or something abroad answers beside them: services of most operators,
 * or a neutral site once it was waited for longer.
 */
function isNoList(evidence: RoundEvidence): boolean {
  const { state, trouble } = evidence.network;
  if (state !== 'allowlist') return false;
  if (evidence.homeUncounted === true) return true;
  return trouble === null && (opensAbroad(evidence) || answersAbroad(evidence));
}

function answersAbroad({ controls }: RoundEvidence): boolean {
  return controls.some((one) => one.group === 'foreign' && isControlReached(one));
}

/** In milliseconds. */
function answerTimes({ attempts }: ServiceEvidence): number[] {
  const answers = [...attempts.values()].flat().filter(gotThrough);
  return answers.map(({ totalMs }) => totalMs ?? 0);
}
