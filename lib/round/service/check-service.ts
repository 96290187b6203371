import { hostOf } from '../../catalog/host-of.ts';
import type { Service, Target } from '../../catalog/schema.ts';
import { isPlain, isSocket, isTransfer } from '../../catalog/target-kinds.ts';
import { isOwnService } from '../../model/own-service.ts';
import type { PlannedService } from '../../model/plan.ts';
import { evidenceOf } from '../../observe/evidence.ts';
import { allFailed, attemptsOf, isLate, type OpenRound, validFailures } from '../phases.ts';
import { askAgain, askUntilOpen, type Wavering, waveringTargets } from './ask-again.ts';
import { isEssential } from './essential.ts';
import { isPatient, patientMs } from './patience.ts';
import { probeOnce } from './probe-once.ts';
import { type CheckTools, confirmFailures, isFailing } from './recheck.ts';
import { secondName } from './second-name.ts';

export interface ServiceCheck extends Wavering {
  depth: PlannedService['depth'];
  /** Ids of targets that are asked beside the sentinel in any case. */
  inTurn: readonly string[];
  /** Ids of the transfers to make. */
  transfers: readonly string[];
  /** It is shown as failing, and what gets through is to be shown at once. */
  mayOpen?: boolean;
}

/** A failure this quick is worth rechecking even where its service fails anyway. */
const quickMs = 1_500;

/** Probes one service: the sentinel, then what the plan or a failure calls for, then the rechecks. */
export async function checkService(
  round: OpenRound,
  { service, depth, inTurn, transfers, doubted, mayOpen }: ServiceCheck,
  tools: CheckTools,
): Promise<void> {
  const targets = service.targets.filter((target) => !isTransfer(target));
  const sentinel = targets.find((target) => target.id === service.sentinel);
  const first = askSentinel(round, { service, sentinel }, tools);
  await first.settled;
  const sentinelFails = sentinel !== undefined && isFailing(round, sentinel, tools);
  if (depth === 'sentinel' && !sentinelFails) {
    const turn = targets.filter(({ id }) => inTurn.includes(id));
    await probeOnce(round, turn, { purpose: 'other', timeoutMs: round.opening.timeouts.target });
    if (!turn.some((target) => fails(round, target))) return;
  }

  const seen = { service, targets, sentinelFails };
  const isBroken =
    sentinel !== undefined && decidesAlone(round, sentinel, tools)
      ? await checkBySentinel(round, { ...seen, sentinel, sentinelAsked: first.done }, tools)
      : await checkTargets(round, seen, tools);
  const asked = mayOpen === true && !isLate(round) ? await askUntilOpen(round, service) : [];
  const wavering = waveringTargets(round, { service, doubted }).filter(
    (target) => !asked.includes(target),
  );
  if (wavering.length > 0) tools.later.push(() => askAgain(round, wavering, tools));
  if (transfers.length > 0 && !isBroken && !isLate(round)) {
    await tools.transfers.check(service, transfers);
  }
}

interface FirstAttempt {
  /** Resolves once it has ended or was silent for long. */
  settled: Promise<unknown>;
  done: Promise<unknown>;
}

/** Asks the sentinel. Where it is silent for long, its attempt runs on beside what follows. */
function askSentinel(
  round: OpenRound,
  { service, sentinel }: { service: Service; sentinel: Target | undefined },
  { longSilences }: CheckTools,
): FirstAttempt {
  if (sentinel === undefined) return { settled: Promise.resolve(), done: Promise.resolve() };
  const soloMs = round.opening.timeouts.sentinel;
  if (!isPatient(round)) {
    const { network, timeouts } = round.opening;
    const timeoutMs = network.state === 'allowlist' ? timeouts.listed : soloMs;
    const done = probeOnce(round, [sentinel], { purpose: 'sentinel', timeoutMs });
    return { settled: done, done };
  }
  const silent = Promise.withResolvers<void>();
  const isOwn = isOwnService(service);
  if (!isOwn) longSilences.begin(sentinel.id);
  const onSilent = () => {
    const runsOn = longSilences.note(sentinel.id, isOwn);
    if (runsOn) silent.resolve();
    return runsOn;
  };
  const done = probeOnce(round, [sentinel], {
    purpose: 'sentinel',
    timeoutMs: patientMs,
    patience: { soloMs, onSilent },
  }).finally(() => longSilences.end(sentinel.id));
  return { settled: Promise.race([done, silent.promise]), done };
}

interface ServiceSeen {
  service: Service;
  targets: readonly Target[];
  sentinelFails: boolean;
}

interface SentinelSeen extends ServiceSeen {
  sentinel: Target;
  /** The sentinel's first attempt, which may run on. */
  sentinelAsked: Promise<unknown>;
}

/**
 * Checks a service by its failing sentinel; whether an essential target fails. What else there is waits until the
 * states are told, unless another essential host answers.
 */
async function checkBySentinel(
  round: OpenRound,
  { sentinel, sentinelAsked, ...seen }: SentinelSeen,
  tools: CheckTools,
): Promise<boolean> {
  const { service, targets } = seen;
  // An open WebSocket is of no use without the page.
  const beside = targets.filter(
    (target) =>
      isEssential(service, target) && hostOf(target) !== hostOf(sentinel) && !isSocket(target),
  );
  // Behind an allowlist most are silent, and hold connections that the rechecks need.
  const isScarce = round.opening.network.state === 'allowlist';
  const plain = isScarce ? [] : targets.filter((one) => isPlain(one) && !beside.includes(one));
  await Promise.all([
    probeOnce(round, [...beside, ...plain], {
      purpose: 'other',
      timeoutMs: round.opening.timeouts.aside,
      hostFirst: true,
    }),
    confirmFailures(
      round,
      { service, targets: [sentinel], isDecisive: true, firstAsked: sentinelAsked },
      tools,
    ).then(() => sentinelAsked),
  ]);
  const sentinelFails = fails(round, sentinel);
  const answering = beside.filter((target) => !fails(round, target));
  if (sentinelFails && answering.length === 0) {
    tools.later.push(async () => void (await checkTargets(round, seen, tools)));
    return true;
  }
  return checkTargets(round, { ...seen, sentinelFails }, tools);
}

/** Probes all targets that were not asked yet; whether an essential one fails. */
async function checkTargets(
  round: OpenRound,
  { service, targets, sentinelFails: hostFirst }: ServiceSeen,
  tools: CheckTools,
): Promise<boolean> {
  const { timeouts } = round.opening;
  const essential = targets.filter((target) => isEssential(service, target));
  const others = targets.filter((target) => !essential.includes(target));
  const othersProbed = probeOnce(round, others, {
    purpose: 'other',
    timeoutMs: hostFirst ? timeouts.aside : timeouts.target,
    hostFirst,
  });
  const essentialChecked = (async () => {
    await probeOnce(round, essential, {
      purpose: 'essential',
      timeoutMs: timeouts.target,
      hostFirst,
    });
    const suspects = { service, targets: essential, isDecisive: !hostFirst };
    await confirmFailures(round, { ...suspects, othersAsked: othersProbed }, tools);
  })();
  await Promise.all([othersProbed, essentialChecked]);

  const isBroken = essential.some((target) => fails(round, target));
  const worthConfirming = others.filter(
    (target) => target.votes && (!isBroken || failedQuickly(round, target)),
  );
  const suspects = { service, targets: worthConfirming, isDecisive: !isBroken };
  await confirmFailures(round, suspects, tools);
  const second = secondName(round, { deciding: [...essential, ...worthConfirming], others });
  await confirmFailures(round, { service, targets: second, isDecisive: false }, tools);
  return isBroken;
}

/**
 * Whether a service's other targets may wait: its sentinel is silent, and silent attempts hold connections; or nothing
 * foreign opens.
 */
function decidesAlone(round: OpenRound, sentinel: Target, tools: CheckTools): boolean {
  if (!isFailing(round, sentinel, tools)) return false;
  if (round.opening.network.state === 'allowlist') return true;
  const failures = validFailures(attemptsOf(round, sentinel)).map(evidenceOf);
  return failures.every((one) => one === 'timeout');
}

function fails(round: OpenRound, target: Target): boolean {
  return allFailed(attemptsOf(round, target));
}

function failedQuickly(round: OpenRound, target: Target): boolean {
  const failures = validFailures(attemptsOf(round, target));
  return failures.some((attempt) => (attempt.totalMs ?? 0) < quickMs);
}
