import { hostOf } from '../../catalog/host-of.ts';
import type { Service, Target } from '../../catalog/schema.ts';
import { isHttps, isTransfer } from '../../catalog/target-kinds.ts';
import { evidenceOf } from '../../observe/evidence.ts';
import {
  allFailed,
  anyGotThrough,
  attemptsOf,
  isLate,
  type OpenRound,
  validFailures,
} from '../phases.ts';
import { isEssential, isRequired } from './essential.ts';
import { askLateNames } from './late-names.ts';
import { recheckTarget } from './probe-target.ts';
import { type CheckTools, confirmFailures, pairWithSibling } from './recheck.ts';

/** A silent target of which a longer attempt may show the layer. */
export interface Silent {
  service: Service;
  target: Target;
}

/** Longer than a browser waits for a handshake, so that the browser reports what it waited for. */
const slowTimeoutMs = 32_000;

/** An attempt that begins later than this after the round's start would end too late. */
const latestStartMs = 50_000;

/** Each holds a connection for half a minute; the others serve what else was left for last. */
const perRound = 5;

/** The targets, at most one of a service, of which a longer attempt would deepen the label. */
export function silentToDeepen(round: OpenRound): Silent[] {
  // Where everything foreign is silent, one service's silence shows nothing new.
  if (round.opening.network.state !== 'normal' || isLate(round, latestStartMs)) return [];
  // In the round's order, so that each has its turn.
  const silent = round.log.record.plan.services.flatMap(({ id }) => {
    const service = round.catalog.services.find((one) => one.id === id);
    if (service === undefined || isProxied(round, service)) return [];
    const failing = service.targets.filter(
      (one) => isRequired(service, one) && isSilent(round, one),
    );
    const target = failing.find((one) => isEssential(service, one)) ?? failing[0];
    return target === undefined ? [] : [{ service, target }];
  });
  return silent.slice(0, perRound);
}

/**
 * Asks silent targets until the browser itself gives up, and pairs their names with their addresses. Asks what
 * decides no state as well, and repeats transfers that froze.
 */
export async function deepen(
  round: OpenRound,
  silent: readonly Silent[],
  tools: CheckTools,
): Promise<void> {
  const { addresses, gatekeeper, later, transfers } = tools;
  if (!(await gatekeeper.passesInTime())) return;
  // A sibling that fails as well takes part in the pair, once it was asked.
  const pairSiblings = async () => {
    await Promise.all(later.map((ask) => ask()));
    await Promise.all(silent.map((one) => pairWithSibling(round, one, addresses)));
  };
  const pairAlone = ({ target }: Silent) => addresses.pair(target);
  const askLong = ({ target }: Silent) =>
    recheckTarget(round, target, {
      purpose: 'recheck',
      timeoutMs: slowTimeoutMs,
      slow: true,
      tellsConnected: round.asker.tellsConnected,
    });
  await Promise.all([
    ...silent.map(askLong),
    ...silent.map(pairAlone),
    pairSiblings(),
    askLateNames(round),
    ...transfers.waiting.map(({ repeat }) => repeat()),
  ]);
  const answering = silent.filter(({ target }) => anyGotThrough(attemptsOf(round, target)));
  await Promise.all(answering.map(({ service }) => confirmOthers(round, service, tools)));
  await gatekeeper.passesInTime();
}

/** What failed beside a silent target was not asked again; once that answers after all, the others decide. */
async function confirmOthers(round: OpenRound, service: Service, tools: CheckTools): Promise<void> {
  const targets = service.targets.filter((one) => one.votes && !isTransfer(one));
  await confirmFailures(round, { service, targets, isDecisive: true }, tools);
}

/** Nothing of the layers behind a proxy shows, and one name that is left to a proxy is seldom alone. */
function isProxied({ log }: OpenRound, service: Service): boolean {
  return service.targets.some((one) => log.record.proxied.has(hostOf(one)));
}

/** Only TLS has a browser's time limit that shows the layer. */
function isSilent(round: OpenRound, target: Target): boolean {
  const attempts = attemptsOf(round, target);
  const failures = validFailures(attempts).map(evidenceOf);
  return isHttps(target) && allFailed(attempts) && failures.every((one) => one === 'timeout');
}
