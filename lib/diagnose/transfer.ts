import type { TransferKind, TransferTarget } from '../catalog/schema.ts';
import { isDownload, isUpload } from '../catalog/target-kinds.ts';
import { transferBytes } from '../catalog/transfer-bytes.ts';
import type { Attempt } from '../model/attempt.ts';
import { evidenceOf } from '../observe/evidence.ts';
import { bytesPerSecond } from '../observe/pace.ts';
import { insufficient, reached, type Verdict } from './verdict.ts';

/** Rates of transfers elsewhere in the same round, in bytes a second; null where none came through. */
export type TransferRates = Record<TransferKind, number | null>;

const timesNeeded = 2;
const timesWithoutOffset = 3;
/** Two freezes at offsets further apart than this are not one censor counting bytes. */
const sameOffsetBytes = 8_192;
/** So many times slower than elsewhere, and slow by any measure. */
const farSlower = 10;
const slowBytesPerSecond = 16_000;

/**
 * Whether what goes to or from a host freezes or crawls. Only that is said here: all other failures
 * are told by targets that carry little, and a server that hangs up on an upload is within its rights.
 */
export function diagnoseTransfer(
  target: TransferTarget,
  attempts: readonly Attempt[],
  rates: TransferRates,
): Verdict {
  const valid = attempts.filter((attempt) => attempt.valid);
  const elsewhere = rates[target.kind];
  const whole = valid.filter((attempt) => isWhole(target, attempt));
  const slow = [...whole, ...valid.filter(isUnfinished)].filter((attempt) =>
    isFarSlower(attempt, elsewhere),
  );
  const quick = whole.filter((attempt) => rateOf(attempt) > slowBytesPerSecond);
  if (quick.length > 0) return reached(valid.every((attempt) => attempt.ok) ? 'high' : 'medium');
  if (elsewhere !== null && freezes(target, valid)) {
    return isUpload(target) ? frozenUpload : frozen;
  }
  if (elsewhere !== null && breaksOff(target, valid)) return brokenOff;
  if (elsewhere !== null && isCutBeforehand(target, valid)) return likelyBrokenOff;
  if (slow.length >= timesNeeded) return crawling;
  return insufficient('too-few-attempts');
}

const frozen: Verdict = {
  state: 'blocked',
  confidence: 'high',
  locus: 'network',
  mechanisms: ['tls.throttle.sni'],
  reason: 'transfer-freezes',
  artefact: true,
};

/** No browser tells where an upload stopped, and without one small offset twice it is no proof. */
const frozenUpload: Verdict = {
  ...frozen,
  state: 'likely_blocked',
  confidence: 'medium',
  artefact: false,
};

const brokenOff: Verdict = { ...frozen, mechanisms: ['reset'] };

const likelyBrokenOff: Verdict = {
  ...brokenOff,
  state: 'likely_blocked',
  confidence: 'medium',
  artefact: false,
};

const crawling: Verdict = {
  state: 'impaired',
  confidence: 'medium',
  locus: 'network',
  mechanisms: ['tls.throttle.sni'],
  reason: 'transfer-crawls',
  artefact: false,
};

/** A page may be shorter than what was asked for; an upload is whole only once all of it was sent. */
function isWhole(target: TransferTarget, attempt: Attempt): boolean {
  return attempt.ok && (isDownload(target) || attempt.bytes === transferBytes);
}

/** Cut short by our own limit while bytes still came. */
function isUnfinished(attempt: Attempt): boolean {
  const byUs = attempt.failure === 'generic_timeout_error' && attempt.failedOperation === 'read';
  return byUs && attempt.freezeAtBytes === null;
}

/** After a small success on the same host: the first bytes, or an upload of a few. */
function freezes(target: TransferTarget, valid: readonly Attempt[]): boolean {
  if (isUpload(target)) {
    const stalled = valid.filter((attempt) => attempt.failedOperation === 'write');
    const small = valid.some((attempt) => attempt.ok && attempt.bytes !== transferBytes);
    return small && stalled.length >= timesNeeded;
  }
  const stalled = valid.filter((attempt) => attempt.freezeAtBytes !== null);
  return stopsAtOneOffset(stalled);
}

/** A server may hang up on an upload; on its own answer it does not, twice at one place. */
function breaksOff(target: TransferTarget, valid: readonly Attempt[]): boolean {
  if (isUpload(target)) return false;
  const cut = valid.filter((attempt) => evidenceOf(attempt) === 'broken-off');
  return stopsAtOneOffset(cut);
}

/** A cut may throw away what came before it: then nobody knows where it was. */
function isCutBeforehand(target: TransferTarget, valid: readonly Attempt[]): boolean {
  const cut = valid.filter(isCut);
  return isDownload(target) && cut.length >= timesWithoutOffset;
}

export function isCut(attempt: Attempt): boolean {
  return ['cut-off', 'broken-off'].includes(evidenceOf(attempt));
}

function stopsAtOneOffset(stopped: readonly Attempt[]): boolean {
  const offsets = stopped.flatMap(({ bytes }) => (bytes !== null && bytes > 0 ? [bytes] : []));
  const spread = Math.max(...offsets) - Math.min(...offsets);
  return offsets.length >= timesNeeded && spread <= sameOffsetBytes;
}

function isFarSlower(attempt: Attempt, elsewhere: number | null): boolean {
  const rate = rateOf(attempt);
  return elsewhere !== null && rate < slowBytesPerSecond && rate * farSlower <= elsewhere;
}

/** Bytes a second, from the first byte to the last where these are known. */
export function rateOf({ bytes, totalMs, ttfbMs, lastByteMs }: Attempt): number {
  const endMs = lastByteMs ?? totalMs ?? 0;
  return bytesPerSecond(bytes ?? 0, endMs - (ttfbMs ?? 0));
}
