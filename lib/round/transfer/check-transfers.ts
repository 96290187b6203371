import { hostOf } from '../../catalog/host-of.ts';
import type { Control, Service, TransferKind, TransferTarget } from '../../catalog/schema.ts';
import { isDownload, isHandshake, isTransfer, isUpload } from '../../catalog/target-kinds.ts';
import { transferBytes } from '../../catalog/transfer-bytes.ts';
import { isSlow, isWhole, wavers } from '../../diagnose/target/transfer-rates.ts';
import { type Attempt, gotThrough } from '../../model/attempt.ts';
import { isCut } from '../../observe/evidence.ts';
import { fellSilent, lastByteOf } from '../../observe/fell-silent.ts';
import type { Gatekeeper } from '../gate/gatekeeper.ts';
import { attemptsOf, isLate, type OpenRound } from '../phases.ts';
import type { RoundTools } from '../round-tools.ts';
import { carryControl, carryRest, carryTarget, smallBytes } from './carry.ts';

/** Checks whether much gets through where little does. */
export interface TransferChecks {
  /** @param ids of the transfers to make */
  check(service: Service, ids: readonly string[]): Promise<void>;
  /** Repeats of what froze, each of which first waits until the browser has dropped the frozen connection. */
  readonly waiting: readonly Repeat[];
}

interface Repeat {
  /** The id of the target. */
  target: string;
  repeat: () => Promise<void>;
}

export interface TransferTools {
  gatekeeper: Gatekeeper;
  keepsSilentMs: RoundTools['keepsSilentMs'];
}

/** A repeat that must be waited for begins so long after the round's start at the latest. */
const latestRepeatMs = 110_000;

export function createTransferChecks(
  round: OpenRound,
  { gatekeeper, keepsSilentMs }: TransferTools,
): TransferChecks {
  const askControls = onceEach((kind) => carryControls(round, kind));
  const stillCarries = onceEach((kind) => carryAgain(round, kind));
  const waiting: Repeat[] = [];

  return {
    waiting,
    async check(service, ids) {
      const targets = service.targets.filter(isTransfer).filter(({ id }) => ids.includes(id));
      const reachable = targets.filter((target) => hostAnswers(round, target));
      const hasFailed = round.log.record.gates.at(-1)?.passed === false;
      if (hasFailed && !(await gatekeeper.passesInTime())) return;
      await Promise.all(reachable.map(checkTarget));
    },
  };

  async function checkTarget(target: TransferTarget): Promise<void> {
    const first = attemptsOf(round, target)[0] ?? (await carryTarget(round, target, transferBytes));
    // Where the line is dead, neutral sites would be waited for as long.
    if (!isInDoubt(target, first) || !(await gatekeeper.passesNow())) return;
    await askControls(target.kind);
    if (keepsSilentMs !== undefined && fellSilent(first)) {
      const goneAt = lastByteOf(first) + keepsSilentMs;
      if (goneAt - round.clock.begunAt.getTime() > latestRepeatMs) return;
      waiting.push({ target: target.id, repeat: () => repeatAt(goneAt, target) });
      return;
    }
    if (isLate(round)) return;
    const amounts = amountsOf(target);
    await carryRest(round, target, amounts);
    if (!needsOneMore(round, target)) return;
    if (isLate(round) || !(await gatekeeper.passesNow())) return;
    await carryRest(round, target, [...amounts, transferBytes]);
  }

  /** A freeze counts only beside what carried as much in the same minutes, so that is asked again, too. */
  async function repeatAt(goneAt: number, target: TransferTarget): Promise<void> {
    const { clock } = round;
    if (carriersOf(round, target.kind).length === 0) return;
    await clock.wait(Math.max(0, goneAt - clock.now().getTime()));
    if (!(await stillCarries(target.kind)) || !(await gatekeeper.passesNow())) return;
    await carryRest(round, target, amountsOf(target));
  }
}

/** What is carried in all where the first transfer is in doubt. */
function amountsOf(target: TransferTarget): number[] {
  return isUpload(target)
    ? [transferBytes, smallBytes, transferBytes]
    : [transferBytes, transferBytes];
}

/** Once a round for each direction. */
function onceEach<Answer>(
  ask: (kind: TransferKind) => Promise<Answer>,
): (kind: TransferKind) => Promise<Answer> {
  const asked = new Map<TransferKind, Promise<Answer>>();
  return (kind) => {
    const running = asked.get(kind) ?? ask(kind);
    asked.set(kind, running);
    return running;
  };
}

/** Carries as much over neutral sites, unless a worker that died has done so, or the site is silent in this round. */
async function carryControls(round: OpenRound, kind: TransferKind): Promise<void> {
  const { catalog, log } = round;
  const hasFailed = ({ id }: Control) =>
    log.record.controls.get(id)?.every(({ ok }) => !ok) === true;
  const silent = catalog.controls.filter(hasFailed).map(({ url }) => new URL(url).host);
  const controls = catalog.transferControls.filter(
    (one) =>
      one.kind === kind &&
      !log.record.controls.has(one.id) &&
      !silent.includes(new URL(one.url).host),
  );
  await Promise.all(controls.map((control) => carryControl(round, control)));
}

/** Whether what carried as much still does. */
async function carryAgain(round: OpenRound, kind: TransferKind): Promise<boolean> {
  const [carry] = carriersOf(round, kind);
  return carry !== undefined && isWhole(await carry());
}

/** What carried as much in one direction, neutral sites first; each call carries it again. */
function carriersOf(round: OpenRound, kind: TransferKind): (() => Promise<Attempt>)[] {
  const { catalog, log } = round;
  const controls = catalog.transferControls.filter(
    (one) => one.kind === kind && log.record.controls.get(one.id)?.some(isWhole),
  );
  const targets = catalog.services
    .flatMap((service) => service.targets)
    .filter(isTransfer)
    .filter((one) => one.kind === kind && attemptsOf(round, one).some(isWhole));
  return [
    ...controls.map((control) => () => carryControl(round, control)),
    ...targets.map((target) => () => carryTarget(round, target, transferBytes)),
  ];
}

/** Other targets judge a host that does not answer at all; plain HTTP shows nothing about TLS. */
function hostAnswers(round: OpenRound, target: TransferTarget): boolean {
  const host = hostOf(target);
  return round.catalog.services
    .flatMap((service) => service.targets)
    .some(
      (other) =>
        isHandshake(other) && hostOf(other) === host && attemptsOf(round, other).some(gotThrough),
    );
}

function needsOneMore(round: OpenRound, target: TransferTarget): boolean {
  const attempts = attemptsOf(round, target);
  return hidesItsOffset(target, attempts) || (isAlwaysSlow(target, attempts) && othersWaver(round));
}

/** Whether all that it carried was carried slowly. */
function isAlwaysSlow({ kind }: TransferTarget, attempts: readonly Attempt[]): boolean {
  const whole = attempts.filter(isWhole);
  return whole.length > 0 && whole.every((one) => isSlow(kind, one));
}

function othersWaver(round: OpenRound): boolean {
  return round.catalog.services
    .flatMap((service) => service.targets)
    .some((target) => wavers(target.kind, attemptsOf(round, target)));
}

/**
 * Two downloads that stopped do not show where: both were cut, which may discard what had arrived, one ended with a
 * code that says nothing by itself, or one used a connection that was dead already, as after the worker died in
 * mid-transfer.
 */
function hidesItsOffset(target: TransferTarget, attempts: readonly Attempt[]): boolean {
  if (!isDownload(target)) return false;
  const telling = attempts.filter(({ valid }) => valid);
  const frozen = telling.filter(({ freezeAtBytes }) => freezeAtBytes !== null);
  const stopped = telling.every(({ failure }) => failure === 'generic_timeout_error');
  return telling.every(isCut) || (stopped && frozen.length === 1);
}

/** It froze, crawled or broke off. Transfers do not judge any other failure. */
function isInDoubt(target: TransferTarget, attempt: Attempt): boolean {
  if (!attempt.valid) return false;
  if (attempt.failure === 'generic_timeout_error') return true;
  if (isDownload(target) && isCut(attempt)) return true;
  const isComplete = attempt.ok && (isUpload(target) || (attempt.bytes ?? 0) >= transferBytes);
  return isComplete && isSlow(target.kind, attempt);
}
