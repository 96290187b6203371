import type { Catalog } from '../catalog/schema.ts';
import { isTransfer } from '../catalog/target-kinds.ts';
import type { NetworkVerdict } from '../diagnose/network.ts';
import type { RoundEvidence } from '../diagnose/round-evidence.ts';
import type { RoundProgress } from '../model/progress.ts';
import type { CallExit } from '../model/route.ts';
import { endOfAttempt } from '../observe/attempt-times.ts';
import { checkCalls } from './calls/check-calls.ts';
import { type RoundContext, validFailures } from './context.ts';
import { askSilentAgain, controlEvidence, createGatekeeper, openGate } from './gate/gate.ts';
import type { RoundRecord } from './journal.ts';
import { progressOf } from './progress.ts';
import type { RoundTools } from './round-tools.ts';
import { checkRouting } from './route/check-route.ts';
import { checkService } from './service/check-service.ts';
import { createAddressPairs } from './service/pair-addresses.ts';
import { createNameComparison } from './service/resolve-names.ts';
import { createSlowProbes } from './service/slow-probes.ts';
import { firstTimeouts, timeoutsFor } from './timeouts.ts';
import { createTransferChecks } from './transfer/check-transfers.ts';

export interface RoundRun {
  catalog: Catalog;
  tools: RoundTools;
  /** Empty, or what a worker that died had come to. */
  record: RoundRecord;
  signal: AbortSignal;
  onProgress: (progress: RoundProgress) => void;
}

/** What a round observed, without what the caller knows already. */
export type Observed = Omit<RoundEvidence, 'software' | 'routing'> & Pick<RoundContext, 'routing'>;

/** Runs a round to its end. Rejects when the signal is aborted; nothing is to be recorded then. */
export async function runRound(run: RoundRun): Promise<Observed> {
  const finished = new Set<string>();
  const context: RoundContext = {
    catalog: run.catalog,
    tools: run.tools,
    signal: run.signal,
    record: run.record,
    begunAt: run.tools.now(),
    timeouts: firstTimeouts,
    network: { state: 'offline', confidence: 'low', trouble: null },
    online: run.tools.isOnline(),
    gateOpenedAt: run.record.plan.startedAt,
    resolutions: [],
    forbidden: new Set(),
    exits: Promise.withResolvers(),
    routing: null,
    onAttempt: () => run.onProgress(progressOf(run.catalog, run.record, finished)),
  };
  context.onAttempt();
  context.network = await openGate(context);
  context.timeouts = timeoutsFor(controlTimes(context));
  if (servicesCanBeJudged(context.network)) {
    const services = checkServices(context, finished);
    const [routing] = await Promise.all([checkRouting(context, services), services]);
    context.routing = routing;
  }
  return observedOf(context);
}

/** What a round that cannot be resumed had observed; it probes nothing. */
export function closeInterrupted(
  catalog: Catalog,
  record: RoundRecord,
  network: NetworkVerdict,
): Observed {
  const last = [...record.targets.values(), ...record.controls.values()].flat().map(endOfAttempt);
  const finishedAt = new Date(Math.max(Date.parse(record.plan.startedAt), ...last)).toISOString();
  return assemble({
    catalog,
    record,
    network,
    online: true,
    gateOpenedAt: finishedAt,
    resolutions: [],
    forbidden: new Set(),
    routing: null,
    finishedAt,
  });
}

/** Answers what calls told of the route. */
async function checkServices(context: RoundContext, finished: Set<string>): Promise<CallExit> {
  const names = createNameComparison(context);
  const gatekeeper = createGatekeeper(context);
  const helpers = {
    gatekeeper,
    names,
    addresses: createAddressPairs(context, names),
    slow: createSlowProbes(context),
    transfers: createTransferChecks(context, gatekeeper),
  };
  const silentAsked = askSilentAgain(context);
  const canaries = context.record.plan.full ? context.catalog.canaries : [];
  const canariesAsked = canaries.map(({ name }) => names.askNational(name));
  await Promise.all(
    context.record.plan.services.map(async ({ id, depth, transfers }) => {
      const service = context.catalog.services.find((one) => one.id === id);
      if (service === undefined) return;
      await checkService(context, { service, depth, transfers }, helpers);
      finished.add(id);
      context.onAttempt();
    }),
  );
  await Promise.all([...canariesAsked, silentAsked]);
  const anyFailed = [...context.record.targets.values()].some(
    (attempts) => validFailures(attempts).length > 0,
  );
  if (anyFailed) await helpers.gatekeeper.passesNow();
  // Where nothing foreign opens, or the network broke down, the silence of STUN servers is one more of
  // the same.
  const isUp = context.network.state === 'normal' && context.record.gates.at(-1)?.passed === true;
  const tells = context.record.plan.full && isUp;
  return tells ? checkCalls(context) : 'unknown';
}

/** Without the network there is nothing to ask a service; the controls have said it all. */
function servicesCanBeJudged(network: NetworkVerdict): boolean {
  switch (network.state) {
    case 'normal':
    case 'allowlist':
      return true;
    case 'degraded':
      return network.trouble === 'loss' || network.trouble === 'slow';
    case 'offline':
    case 'captive_portal':
      return false;
    default:
      return network.state satisfies never;
  }
}

function controlTimes(context: RoundContext): number[] {
  return controlEvidence(context).flatMap((control) =>
    control.attempts.flatMap((attempt) => (attempt.ok ? (attempt.totalMs ?? []) : [])),
  );
}

function observedOf(context: RoundContext): Observed {
  const finishedAt = context.tools.now().toISOString();
  return assemble({ ...context, finishedAt });
}

type Assembly = Pick<
  RoundContext,
  | 'catalog'
  | 'record'
  | 'network'
  | 'online'
  | 'gateOpenedAt'
  | 'resolutions'
  | 'forbidden'
  | 'routing'
> & { finishedAt: string };

function assemble(seen: Assembly): Observed {
  const { plan } = seen.record;
  return {
    id: plan.id,
    startedAt: plan.startedAt,
    finishedAt: seen.finishedAt,
    trigger: plan.trigger,
    network: seen.network,
    online: seen.online,
    usualMs: plan.usualMs,
    gateOpenedAt: seen.gateOpenedAt,
    controls: controlEvidence(seen),
    gates: seen.record.gates,
    services: plannedServices(seen),
    resolutions: seen.resolutions,
    addressProbes: seen.record.addressProbes,
    routing: seen.routing,
  };
}

/** In the catalog's order; planned targets without attempts are kept, as gaps. */
function plannedServices(seen: Assembly): Observed['services'] {
  const depths = new Map(seen.record.plan.services.map(({ id, depth }) => [id, depth]));
  return seen.catalog.services
    .filter((service) => depths.has(service.id))
    .map((service) => {
      const planned = service.targets.filter(
        (target) =>
          // A transfer is made only where little gets through; where it was not, there is no gap.
          (depths.get(service.id) === 'all' && !isTransfer(target)) ||
          target.id === service.sentinel ||
          seen.forbidden.has(target.id) ||
          seen.record.targets.has(target.id),
      );
      return {
        service,
        attempts: new Map(
          planned.map((target) => [target.id, seen.record.targets.get(target.id) ?? []]),
        ),
        forbidden: seen.forbidden,
      };
    });
}
