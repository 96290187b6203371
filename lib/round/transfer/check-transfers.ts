import { hostOf } from '../../catalog/host-of.ts';
import type { Service, TransferTarget } from '../../catalog/schema.ts';
import { isDownload, isHandshake, isTransfer, isUpload } from '../../catalog/target-kinds.ts';
import { transferBytes } from '../../catalog/transfer-bytes.ts';
import type { Attempt } from '../../model/attempt.ts';
import { isCut } from '../../observe/evidence.ts';
import { rateOf } from '../../observe/pace.ts';
import type { Gatekeeper } from '../gate/gatekeeper.ts';
import { attemptsOf, isLate, type OpenRound } from '../phases.ts';
import { carryControl, carryRest, carryTarget } from './carry.ts';

/** Checks whether much gets through where little does. */
export interface TransferChecks {
  /** @param ids of the transfers to make */
  check(service: Service, ids: readonly string[]): Promise<void>;
}

/** An upload of this much fits into the first packet. */
const smallBytes = 64;
/** At most this, in bytes a second, a transfer is compared with others. */
const doubtfulRate = 40_000;

export function createTransferChecks(round: OpenRound, gatekeeper: Gatekeeper): TransferChecks {
  const askControls = controlsOnce(round);

  return {
    async check(service, ids) {
      const targets = service.targets.filter(isTransfer).filter(({ id }) => ids.includes(id));
      const reachable = targets.filter((target) => hostAnswers(round, target));
      await Promise.all(reachable.map(checkTarget));
    },
  };

  async function checkTarget(target: TransferTarget): Promise<void> {
    const first = attemptsOf(round, target)[0] ?? (await carryTarget(round, target, transferBytes));
    if (!isInDoubt(target, first)) return;
    await askControls(target);
    if (isLate(round) || !(await gatekeeper.passesNow())) return;
    const amounts = isUpload(target)
      ? [transferBytes, smallBytes, transferBytes]
      : [transferBytes, transferBytes];
    await carryRest(round, target, amounts);
    if (!hidesItsOffset(target, attemptsOf(round, target))) return;
    if (isLate(round) || !(await gatekeeper.passesNow())) return;
    await carryRest(round, target, [...amounts, transferBytes]);
  }
}

/** Carries as much over neutral sites, once a round for each direction. */
function controlsOnce(round: OpenRound): (target: TransferTarget) => Promise<void> {
  const asked = new Map<string, Promise<void>>();
  return async ({ kind }) => {
    const running = asked.get(kind) ?? carryControls(round, kind);
    asked.set(kind, running);
    await running;
  };
}

async function carryControls(round: OpenRound, kind: TransferTarget['kind']): Promise<void> {
  const controls = round.catalog.transferControls.filter(
    (one) => one.kind === kind && !round.log.record.controls.has(one.id),
  );
  await Promise.all(controls.map((control) => carryControl(round, control)));
}

/** Other targets judge a host that does not answer at all; plain HTTP shows nothing about TLS. */
function hostAnswers(round: OpenRound, target: TransferTarget): boolean {
  const host = hostOf(target);
  return round.catalog.services
    .flatMap((service) => service.targets)
    .some(
      (other) =>
        isHandshake(other) &&
        hostOf(other) === host &&
        attemptsOf(round, other).some((attempt) => attempt.ok && attempt.valid),
    );
}

/**
 * Two downloads that stopped do not show where: both were cut, which may discard what had arrived, or one
 * used a connection that was dead already, as after the worker died in mid-transfer.
 */
function hidesItsOffset(target: TransferTarget, attempts: readonly Attempt[]): boolean {
  if (!isDownload(target)) return false;
  const frozen = attempts.filter(({ freezeAtBytes }) => freezeAtBytes !== null);
  const stopped = attempts.every(({ failure }) => failure === 'generic_timeout_error');
  return attempts.every(isCut) || (stopped && frozen.length === 1);
}

/** It froze, crawled or broke off. Transfers do not judge any other failure. */
function isInDoubt(target: TransferTarget, attempt: Attempt): boolean {
  if (!attempt.valid) return false;
  if (attempt.failure === 'generic_timeout_error') return true;
  if (isDownload(target) && isCut(attempt)) return true;
  const isWhole = attempt.ok && (isUpload(target) || (attempt.bytes ?? 0) >= transferBytes);
  return isWhole && rateOf(attempt) <= doubtfulRate;
}
