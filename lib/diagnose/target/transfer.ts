import type { TransferTarget } from '../../catalog/schema.ts';
import { isDownload, isUpload } from '../../catalog/target-kinds.ts';
import { transferBytes } from '../../catalog/transfer-bytes.ts';
import type { Attempt } from '../../model/attempt.ts';
import { evidenceOf, isCut } from '../../observe/evidence.ts';
import { fellSilent } from '../../observe/fell-silent.ts';
import { answerMsOf, rateOf } from '../../observe/pace.ts';
import { insufficient, reached, type Verdict } from '../verdict.ts';

/** What transfers elsewhere in the same round showed. */
export interface TransferRates {
  /** The best rates, in bytes per second; null where none completed. */
  download: number | null;
  upload: number | null;
  /** Whether one of them was slow at one try and quick at another, which lost packets do and no steady throttle does. */
  waver: boolean;
}

const timesNeeded = 2;
/** Where one of a round's thirteen transfers wavers, one is slow twice in a row by chance in about one round of seven. */
const timesWhereOthersWaver = 3;
const timesWithoutOffset = 3;
/**
 * An upload waits for acknowledgements and for its answer, three times where nothing is lost, and no browser tells how long:
 * so many times the answer to a very small one is left out of its time.
 */
const roundTripsOfUpload = 4;
/** Freezes at offsets further apart than this are not the work of one censor that counts bytes. */
const sameOffsetBytes = 8_192;
/**
 * A transfer crawls when it is this many times slower than elsewhere and at most `slowBytesPerSecond`, up to which it is
 * compared at all: the TSPU's throttle ran at 130 to 150 kbit/s (Xue et al., IMC 2021).
 */
export const crawlFactor = 10;
export const slowBytesPerSecond = 40_000;

/**
 * Whether a transfer freezes or crawls. Other failures are left to small targets, and a server may hang up on an
 * upload.
 */
export function diagnoseTransfer(
  target: TransferTarget,
  attempts: readonly Attempt[],
  rates: TransferRates,
): Verdict {
  const valid = attempts.filter((attempt) => attempt.valid);
  const elsewhere = rates[target.kind];
  const whole = valid.filter((attempt) => isWhole(target, attempt));
  const waitsMs = waitsOf(target, valid);
  const rate = (attempt: Attempt) => rateOf(target.kind, attempt, waitsMs ?? 0);
  const slow = [...whole, ...valid.filter(isUnfinished)].filter(
    (attempt) => waitsMs !== null && isFarSlower(rate(attempt), elsewhere),
  );
  const quick = whole.filter((attempt) => rate(attempt) > slowBytesPerSecond);
  if (quick.length > 0) return reached(valid.every((attempt) => attempt.ok) ? 'high' : 'medium');
  if (elsewhere !== null && freezes(target, valid)) {
    return isUpload(target) ? frozenUpload : frozen;
  }
  if (elsewhere !== null && breaksOff(target, valid)) {
    return breaksOff(target, valid.filter(isReset)) ? brokenOff : likelyBrokenOff;
  }
  if (elsewhere !== null && isCutWithoutOffset(target, valid)) return likelyBrokenOff;
  if (slow.length >= (rates.waver ? timesWhereOthersWaver : timesNeeded)) return crawling;
  if (slow.length > 0 && isDownload(target) && valid.some(hasNoAnswer)) return crawlingOrSilent;
  if (elsewhere !== null && stopsAnywhere(valid)) return stopping;
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

/** No browser reports where an upload stopped, and proof takes the same small offset twice. */
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

/** What crawled still fills the way when the next transfer begins. */
const crawlingOrSilent: Verdict = { ...crawling, confidence: 'low' };

/** It stopped each time, though not at one offset: a censor that counts packets does so, and so do lost packets. */
const stopping: Verdict = {
  ...frozen,
  state: 'impaired',
  confidence: 'low',
  locus: 'unknown',
  mechanisms: ['timeout'],
  artefact: false,
};

/** A page may be shorter than the requested size; an upload is whole only once all of it was sent. */
function isWhole(target: TransferTarget, attempt: Attempt): boolean {
  return attempt.ok && (isDownload(target) || attempt.bytes === transferBytes);
}

/** Milliseconds of a transfer in which it waits for answers; null where that is unknown, without a very small upload. */
function waitsOf(target: TransferTarget, valid: readonly Attempt[]): number | null {
  if (isDownload(target)) return 0;
  const small = valid.filter(({ ok, bytes }) => ok && bytes !== transferBytes);
  return small.length === 0 ? null : roundTripsOfUpload * Math.min(...small.map(answerMsOf));
}

/** Stopped by our own limit while bytes were still arriving. */
function isUnfinished(attempt: Attempt): boolean {
  const byUs = attempt.failure === 'generic_timeout_error' && attempt.failedOperation === 'read';
  return byUs && attempt.freezeAtBytes === null;
}

function hasNoAnswer(attempt: Attempt): boolean {
  return fellSilent(attempt) && attempt.bytes === null;
}

/** Proof takes a small success on the same host: the first bytes of a download, or a small upload. */
function freezes(target: TransferTarget, valid: readonly Attempt[]): boolean {
  if (isUpload(target)) {
    const stalled = valid.filter((attempt) => attempt.failedOperation === 'write');
    const small = valid.some((attempt) => attempt.ok && attempt.bytes !== transferBytes);
    return small && stalled.length >= timesNeeded;
  }
  return stopsAtOneOffset(valid.filter(isStalled));
}

/** No upload does: of none a browser tells where it stopped. */
function stopsAnywhere(valid: readonly Attempt[]): boolean {
  const stalled = valid.filter((attempt) => isStalled(attempt) && (attempt.bytes ?? 0) > 0);
  return stalled.length >= timesNeeded;
}

function isStalled({ freezeAtBytes }: Attempt): boolean {
  return freezeAtBytes !== null;
}

/** By a reset, and not by an end, which a server's wrong length of its answer causes as well. */
function isReset({ failure }: Attempt): boolean {
  return failure === 'connection_reset';
}

/** A server may hang up on an upload, but seldom twice at one offset of its own answer. */
function breaksOff(target: TransferTarget, valid: readonly Attempt[]): boolean {
  if (isUpload(target)) return false;
  const cut = valid.filter((attempt) => evidenceOf(attempt) === 'broken-off');
  return stopsAtOneOffset(cut);
}

/** A reset may discard the bytes received before it, so that its offset is unknown. */
function isCutWithoutOffset(target: TransferTarget, valid: readonly Attempt[]): boolean {
  const cut = valid.filter(isCut);
  return isDownload(target) && cut.length >= timesWithoutOffset;
}

function stopsAtOneOffset(stopped: readonly Attempt[]): boolean {
  const offsets = stopped.flatMap(({ bytes }) => (bytes !== null && bytes > 0 ? [bytes] : []));
  const spread = Math.max(...offsets) - Math.min(...offsets);
  return offsets.length >= timesNeeded && spread <= sameOffsetBytes;
}

function isFarSlower(rate: number, elsewhere: number | null): boolean {
  return elsewhere !== null && rate <= slowBytesPerSecond && rate * crawlFactor <= elsewhere;
}
