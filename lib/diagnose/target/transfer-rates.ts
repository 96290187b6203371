import type { TransferKind } from '../../catalog/schema.ts';
import { transferBytes } from '../../catalog/transfer-bytes.ts';
import { type Attempt, gotThrough } from '../../model/attempt.ts';
import { rateOf } from '../../observe/pace.ts';
import type { RoundEvidence } from '../evidence/round-evidence.ts';
import { crawlFactor, slowBytesPerSecond, type TransferRates } from './transfer.ts';

/** So many times as quick as a neutral site the best may be: then what crawls is half as quick as that site at most. */
const quickerThanNeutral = crawlFactor / 2;

/**
 * The best rates among all transfers of a round, of controls and of services. Where a neutral site crawls itself, so does
 * the network, whatever a tariff or a tunnel spares: then its rate is the measure.
 */
export function transferRatesOf(
  evidence: Pick<RoundEvidence, 'controls' | 'services'>,
): TransferRates {
  const controls = evidence.controls.map(({ carries, attempts }) => ({ carries, attempts }));
  const targets = evidence.services.flatMap(({ service, attempts }) =>
    service.targets.map(({ id, kind }) => ({ carries: kind, attempts: attempts.get(id) ?? [] })),
  );
  const best = (seen: readonly Seen[], wanted: TransferKind) =>
    bestRate(
      wanted,
      seen.filter(({ carries }) => carries === wanted).flatMap((one) => one.attempts),
    );
  const rate = (wanted: TransferKind) => {
    const neutral = best(controls, wanted);
    const ofAll = best([...controls, ...targets], wanted);
    if (neutral === null || ofAll === null) return ofAll;
    return neutral <= slowBytesPerSecond ? neutral : Math.min(ofAll, neutral * quickerThanNeutral);
  };
  const waver = [...controls, ...targets].some(({ carries, attempts }) =>
    wavers(carries, attempts),
  );
  return { download: rate('download'), upload: rate('upload'), waver };
}

/** Whether a transfer was slow at one try and not at another. */
export function wavers(kind: string | undefined, attempts: readonly Attempt[]): boolean {
  if (kind !== 'download' && kind !== 'upload') return false;
  const slow = attempts.filter(isWhole).map((one) => isSlow(kind, one));
  return slow.includes(true) && slow.includes(false);
}

interface Seen {
  carries?: string | undefined;
  attempts: readonly Attempt[];
}

function bestRate(kind: TransferKind, attempts: readonly Attempt[]): number | null {
  const whole = attempts.filter(isWhole);
  return whole.length === 0 ? null : Math.max(...whole.map((one) => rateOf(kind, one)));
}

/** Whether an attempt carried all that a transfer carries. */
export function isWhole(attempt: Attempt): boolean {
  return gotThrough(attempt) && (attempt.bytes ?? 0) >= transferBytes;
}

/** Whether an attempt was as slow as what crawls. */
export function isSlow(kind: TransferKind, attempt: Attempt): boolean {
  return rateOf(kind, attempt) <= slowBytesPerSecond;
}
