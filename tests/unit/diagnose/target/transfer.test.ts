import { describe, expect, it } from 'vitest';
import type { TransferKind } from '../../../../lib/catalog/schema.ts';
import { transferBytes } from '../../../../lib/catalog/transfer-bytes.ts';
import { diagnoseService } from '../../../../lib/diagnose/service/service.ts';
import { diagnoseTransfer } from '../../../../lib/diagnose/target/transfer.ts';
import { transferRatesOf } from '../../../../lib/diagnose/target/transfer-rates.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import { rateOf } from '../../../../lib/observe/pace.ts';
import { aFailure, anAttempt, anInvalidAttempt, spaced } from '../../../helpers/attempts.ts';
import { aService, aServiceRole, aTarget } from '../../../helpers/catalog.ts';
import {
  aControlEvidence,
  aNetwork,
  aServiceEvidence,
  aTargetContext,
} from '../../../helpers/evidence.ts';

const download = aTarget({ id: 'chat/download', role: 'media', kind: 'download' });
const upload = aTarget({ id: 'chat/upload', role: 'media', kind: 'upload' });
const rates = { download: 500_000, upload: 500_000, waver: false };

const whole = anAttempt({ bytes: transferBytes, ttfbMs: 50, totalMs: 100 });
const small = anAttempt({ bytes: 64 });
const frozenUpload = aFailure('timeout', { failedOperation: 'write' });

function frozenAt(freezeAtBytes: number): Attempt {
  const bytes = freezeAtBytes - 3_000;
  return aFailure('timeout', { failedOperation: 'read', httpStatus: 206, bytes, freezeAtBytes });
}

function cutAt(bytes: number): Attempt {
  return aFailure('reset', { failedOperation: 'read', httpStatus: 206, bytes });
}

/** A complete transfer at this rate in bytes per second. */
function at(bytesPerSecond: number): Attempt {
  const totalMs = (transferBytes * 1_000) / bytesPerSecond;
  const times = { dnsMs: null, connectMs: null, tlsMs: null, ttfbMs: null, totalMs };
  return anAttempt({ bytes: transferBytes, ...times });
}

describe('a transfer', () => {
  it('that completes quickly is reached', () => {
    expect(diagnoseTransfer(download, [whole], rates)).toMatchObject({
      state: 'ok',
      confidence: 'high',
    });
    expect(diagnoseTransfer(upload, [whole], rates).state).toBe('ok');
  });

  it('that completes once after a freeze is reached with less confidence', () => {
    const attempts = [frozenAt(16_000), frozenAt(16_000), whole];

    expect(diagnoseTransfer(download, attempts, rates)).toMatchObject({
      state: 'ok',
      confidence: 'medium',
    });
  });

  it('that stops twice at the same offset while others complete is frozen', () => {
    const attempts = [frozenAt(16_000), frozenAt(17_500)];

    expect(diagnoseTransfer(download, attempts, rates)).toEqual({
      state: 'blocked',
      confidence: 'high',
      locus: 'network',
      mechanisms: ['tls.throttle.sni'],
      reason: 'transfer-freezes',
      artefact: true,
    });
  });

  it('that is reset twice at the same offset while others complete is blocked too', () => {
    expect(diagnoseTransfer(download, [cutAt(13_000), cutAt(13_500)], rates)).toMatchObject({
      state: 'blocked',
      mechanisms: ['reset'],
      reason: 'transfer-freezes',
      artefact: true,
    });
  });

  it('that ends twice at the same offset is only likely blocked: its server may tell a wrong length', () => {
    const ended = aFailure('reset', { ...cutAt(13_000), failure: 'eof_error' });

    expect(diagnoseTransfer(download, [ended, ended], rates)).toMatchObject({
      state: 'likely_blocked',
      confidence: 'medium',
      mechanisms: ['reset'],
      artefact: false,
    });
    const once = [ended, ended, aFailure('reset', { failedOperation: 'http_round_trip' })];
    expect(diagnoseTransfer(download, once, rates).state).toBe('likely_blocked');
    const twice = [ended, cutAt(13_000), cutAt(13_500)];
    expect(diagnoseTransfer(download, twice, rates).state).toBe('blocked');
  });

  it('that is reset three times before the answer is only likely blocked', () => {
    const cut = aFailure('reset');

    expect(diagnoseTransfer(download, [cut, cut, cut], rates)).toMatchObject({
      state: 'likely_blocked',
      confidence: 'medium',
      mechanisms: ['reset'],
      artefact: false,
    });
    expect(diagnoseTransfer(upload, [cut, cut, cut], rates).state).toBe('insufficient');
  });

  it('that the server closes is no proof', () => {
    const hungUp = aFailure('reset', { failedOperation: 'read', bytes: transferBytes });

    expect(diagnoseTransfer(upload, [hungUp, hungUp], rates).state).toBe('insufficient');
  });

  it('that stops twice as an upload while a small one completes is likely frozen', () => {
    const attempts = [frozenUpload, small, frozenUpload];

    expect(diagnoseTransfer(upload, attempts, rates)).toMatchObject({
      state: 'likely_blocked',
      mechanisms: ['tls.throttle.sni'],
      reason: 'transfer-freezes',
    });
  });

  it.each<[string, Attempt[], Partial<typeof rates> | Record<string, null>]>([
    ['stopped once', [frozenAt(16_000)], {}],
    [
      'stopped where others do not complete',
      [frozenAt(16_000), frozenAt(16_000)],
      { download: null },
    ],
    ['stopped before the first byte', [frozenAt(3_000), frozenAt(3_000)], {}],
    ['was reset before the answer', [aFailure('reset'), aFailure('reset')], {}],
    ['was reset once', [cutAt(13_000)], {}],
    ['was reset at offsets far apart', [cutAt(1_000), cutAt(30_000)], {}],
    ['was reset where others were too', [cutAt(13_000), cutAt(13_000)], { download: null }],
    ['was refused by the server', [aFailure('serverError'), aFailure('serverError')], {}],
    ['was not tried', [], {}],
    ['was invalid', [anInvalidAttempt({ ok: true, bytes: transferBytes })], {}],
  ])('that %s tells nothing', (_case, attempts, other) => {
    expect(diagnoseTransfer(download, attempts, { ...rates, ...other }).state).toBe('insufficient');
  });

  it('is compared with others in the same direction', () => {
    const noUploads = { download: 500_000, upload: null, waver: false };

    expect(diagnoseTransfer(upload, [frozenUpload, small, frozenUpload], noUploads).state).toBe(
      'insufficient',
    );
    expect(diagnoseTransfer(download, [frozenAt(16_000), frozenAt(16_000)], noUploads).state).toBe(
      'blocked',
    );
  });

  it('that is reset three times is no evidence where others are too', () => {
    const cut = aFailure('reset');

    expect(diagnoseTransfer(download, [cut, cut, cut], { ...rates, download: null })).toMatchObject(
      { state: 'insufficient', reason: 'too-few-attempts' },
    );
  });

  it.each<[string, Attempt[]]>([
    ['stops once, and fails otherwise', [frozenUpload, small, aFailure('serverError')]],
    [
      'stops twice where only as many bytes got through',
      [frozenUpload, frozenUpload, aFailure('reset')],
    ],
    ['completes only in part', [small, small]],
  ])('on its way out that %s tells nothing', (_case, attempts) => {
    expect(diagnoseTransfer(upload, attempts, rates).state).toBe('insufficient');
  });

  it('is frozen where it stops at offsets as far apart as one censor may count, and no farther', () => {
    const apart = (bytes: number) => [frozenAt(16_000), frozenAt(16_000 + bytes)];

    expect(diagnoseTransfer(download, apart(8_192), rates).state).toBe('blocked');
    expect(diagnoseTransfer(download, apart(8_193), rates).state).toBe('impaired');
  });

  it('that stops each time, wherever, while others complete, works in part for a cause unknown', () => {
    expect(diagnoseTransfer(download, [frozenAt(14_000), frozenAt(30_000)], rates)).toEqual({
      state: 'impaired',
      confidence: 'low',
      locus: 'unknown',
      mechanisms: ['timeout'],
      reason: 'transfer-freezes',
      artefact: false,
    });
  });

  it('that is reset while it crawls is not unfinished by our limit', () => {
    const cut = aFailure('reset', { failedOperation: 'read', bytes: 0, totalMs: 25_000 });
    const ours = aFailure('timeout', { failedOperation: 'write', bytes: 0, totalMs: 25_000 });

    expect(diagnoseTransfer(download, [cut, cut], rates).state).toBe('insufficient');
    expect(diagnoseTransfer(download, [ours, ours], rates).state).toBe('insufficient');
  });

  it.each([
    [40_000, 'impaired'],
    [40_001, 'ok'],
  ])('at %d bytes a second, with others far quicker, is %s', (bytesPerSecond, state) => {
    const { state: found } = diagnoseTransfer(
      download,
      [at(bytesPerSecond), at(bytesPerSecond)],
      rates,
    );

    expect(found).toBe(state);
  });

  it.each([
    [20_000, 'impaired'],
    [19_900, 'insufficient'],
  ])('at 2,000 bytes a second, with others at %d, is %s', (elsewhere, state) => {
    const { state: found } = diagnoseTransfer(download, [at(2_000), at(2_000)], {
      ...rates,
      download: elsewhere,
    });

    expect(found).toBe(state);
  });

  it('is no proof where it crawls, or where an upload stops', () => {
    expect(diagnoseTransfer(download, [at(2_000), at(2_000)], rates)).toMatchObject({
      locus: 'network',
      artefact: false,
    });
    expect(diagnoseTransfer(upload, [frozenUpload, small, frozenUpload], rates)).toMatchObject({
      confidence: 'medium',
      artefact: false,
    });
  });

  it('that stops as an upload is no evidence where a small one does not complete', () => {
    expect(diagnoseTransfer(upload, [frozenUpload, frozenUpload], rates).state).toBe(
      'insufficient',
    );
  });

  it('that is far slower than others twice crawls', () => {
    expect(diagnoseTransfer(download, [at(2_000), at(2_000)], rates)).toMatchObject({
      state: 'impaired',
      confidence: 'medium',
      mechanisms: ['tls.throttle.sni'],
      reason: 'transfer-crawls',
    });
  });

  it('that is far slower each time crawls where others waver only at the third try', () => {
    const tried = (times: number) =>
      diagnoseTransfer(download, Array(times).fill(at(2_000)), { ...rates, waver: true }).state;

    expect(tried(2)).toBe('insufficient');
    expect(tried(3)).toBe('impaired');
  });

  it('that we stopped while bytes still arrived crawls too', () => {
    const unfinished = aFailure('timeout', {
      failedOperation: 'read',
      bytes: 20_000,
      totalMs: 25_000,
    });

    expect(diagnoseTransfer(download, [unfinished, unfinished], rates).state).toBe('impaired');
  });

  it.each([
    ['crawled before', at(2_000), { state: 'impaired', confidence: 'low' }],
    ['was quick before', at(500_000), { state: 'ok' }],
    ['had none before either', aFailure('timeout', { bytes: null }), { state: 'insufficient' }],
  ])('that has no answer while what is small has crawls where it %s', (_case, first, expected) => {
    const silent = aFailure('timeout', { bytes: null, totalMs: 14_000 });

    expect(diagnoseTransfer(download, [first, silent], rates)).toMatchObject(expected);
  });

  it.each([
    ['others are as slow', [at(2_000), at(2_000)], 19_000],
    ['it was slow once', [at(2_000)], 500_000],
    ['there is no rate of others', [at(2_000), at(2_000)], null],
  ])('that is slow tells nothing where %s', (_case, attempts, elsewhere) => {
    expect(diagnoseTransfer(download, attempts, { ...rates, download: elsewhere }).state).toBe(
      'insufficient',
    );
  });

  it('has its rate from the first byte, where its time is known', () => {
    expect(rateOf('download', anAttempt({ bytes: 1_000, ttfbMs: 500, totalMs: 1_500 }))).toBe(
      1_000,
    );
    expect(rateOf('download', anAttempt({ bytes: 1_000, ttfbMs: null, totalMs: 2_000 }))).toBe(500);
  });

  it('has its rate up to the last byte, without the silence after it', () => {
    const stopped = { bytes: 1_000, ttfbMs: 500, totalMs: 25_000 };

    expect(rateOf('download', anAttempt({ ...stopped, lastByteMs: 1_500 }))).toBe(1_000);
    expect(rateOf('download', anAttempt({ ...stopped, lastByteMs: null }))).toBe(41);
  });
});

describe('an upload', () => {
  /** Of which the answer came after so many milliseconds, over a connection that took 500 to open. */
  const sent = (answerMs: number, bytes = transferBytes) =>
    anAttempt({
      bytes,
      dnsMs: 100,
      connectMs: 150,
      tlsMs: 250,
      ttfbMs: 500 + answerMs,
      totalMs: 505 + answerMs,
    });
  const answered = (answerMs: number) => sent(answerMs, 64);

  it('crawls where it takes so long twice, and a very small one does not', () => {
    expect(diagnoseTransfer(upload, [sent(1_900), answered(60), sent(1_900)], rates)).toMatchObject(
      {
        state: 'impaired',
        mechanisms: ['tls.throttle.sni'],
        reason: 'transfer-crawls',
      },
    );
  });

  it.each([
    ['took so long once', [sent(1_900), answered(60), sent(300)]],
    ['goes to a server far away', [sent(1_300), answered(450), sent(1_300)]],
    ['takes as long as its connection to open', [sent(340), answered(60), sent(340)]],
  ])('gets through where it %s', (_case, attempts) => {
    expect(diagnoseTransfer(upload, attempts, rates).state).toBe('ok');
  });

  it('tells nothing where it takes long, and how long a very small one takes is unknown', () => {
    expect(diagnoseTransfer(upload, [sent(1_900), sent(1_900)], rates).state).toBe('insufficient');
  });

  it('has its rate from the moment at which its connection stood until the answer', () => {
    expect(rateOf('upload', sent(1_000, 1_000))).toBe(1_000);
    expect(rateOf('upload', sent(1_000, 1_000), 500)).toBe(2_000);
    const reused = { dnsMs: null, connectMs: null, tlsMs: null, ttfbMs: null };
    expect(rateOf('upload', anAttempt({ bytes: 1_000, ...reused, totalMs: 2_000 }))).toBe(500);
  });
});

describe('the rates elsewhere', () => {
  const service = aService({ targets: [aTarget(), download, upload] });

  it('are the best of the controls and of the services', () => {
    const seen = {
      controls: [
        aControlEvidence({ carries: 'download', attempts: [at(45_000)] }),
        aControlEvidence({ carries: 'upload', attempts: [at(70_000)] }),
      ],
      services: [
        aServiceEvidence(
          { 'chat/download': [at(50_000)], 'chat/upload': [at(9_000)] },
          { service },
        ),
      ],
    };

    const { download: down, upload: up } = transferRatesOf(seen);

    expect(Math.round(down ?? 0)).toBe(50_000);
    expect(Math.round(up ?? 0)).toBe(70_000);
  });

  it('are those of a neutral site where it crawls itself, whatever others are spared', () => {
    const controls = [9_000, 30_000].map((rate) =>
      aControlEvidence({ carries: 'download', attempts: [at(rate)] }),
    );
    const services = [aServiceEvidence({ 'chat/download': [at(500_000)] }, { service })];

    expect(Math.round(transferRatesOf({ controls, services }).download ?? 0)).toBe(30_000);
  });

  it('call nothing a crawl that is hardly slower than a neutral site, whatever others are spared', () => {
    const controls = [aControlEvidence({ carries: 'download', attempts: [at(42_000)] })];
    const services = [aServiceEvidence({ 'chat/download': [at(900_000)] }, { service })];
    const measured = transferRatesOf({ controls, services });
    const stateOf = (rate: number) =>
      diagnoseTransfer(download, [at(rate), at(rate)], measured).state;

    expect([stateOf(38_000), stateOf(20_000)]).toEqual(['insufficient', 'impaired']);
  });

  it.each<[string, Record<string, Attempt[]>, boolean]>([
    ['one was slow once', { 'chat/download': [at(2_000), whole] }, true],
    ['one was slow each time', { 'chat/download': [at(2_000), at(3_000)] }, false],
    ['another target was slow once', { 'chat/web': [at(2_000), whole] }, false],
    ['a very small one was slow', { 'chat/upload': [{ ...small, totalMs: 900 }, whole] }, false],
  ])('tell whether they waver where %s', (_case, attempts, waver) => {
    const seen = { controls: [], services: [aServiceEvidence(attempts, { service })] };

    expect(transferRatesOf(seen)).toMatchObject({ waver });
  });

  it('are separate by direction', () => {
    const only = (carries: TransferKind) => ({
      controls: [aControlEvidence({ carries, attempts: [whole] })],
      services: [],
    });

    expect(transferRatesOf(only('download'))).toMatchObject({ upload: null });
    expect(transferRatesOf(only('upload'))).toMatchObject({ download: null });
  });

  it('exclude invalid attempts', () => {
    const attempts = [anInvalidAttempt({ ok: true, bytes: transferBytes })];
    const controls = [aControlEvidence({ carries: 'download', attempts })];

    expect(transferRatesOf({ controls, services: [] }).download).toBeNull();
  });

  it('exclude failures, short bodies and other targets', () => {
    const seen = {
      controls: [
        aControlEvidence({ carries: 'download', attempts: [frozenAt(16_000)] }),
        aControlEvidence({ id: 'foreign', attempts: [whole] }),
      ],
      services: [aServiceEvidence({ 'chat/web': [whole], 'chat/upload': [small] }, { service })],
    };

    expect(transferRatesOf(seen)).toMatchObject({ download: null, upload: null });
  });
});

describe('a service whose transfers freeze', () => {
  const frozen = spaced([frozenAt(16_000), frozenAt(16_000)]);
  const diagnose = (attempts: Record<string, Attempt[]>, required = false) => {
    const service = aService({
      roles: [aServiceRole(), aServiceRole({ role: 'media', required })],
      targets: [aTarget(), aTarget({ id: 'chat/pictures', role: 'media' }), download],
    });
    return diagnoseService(
      aServiceEvidence(attempts, { service }),
      aTargetContext({ transferRates: rates }),
      aNetwork(),
    );
  };

  const late = anAttempt({ totalMs: 3_001 });
  const lossy = { mechanisms: ['timeout'], confidence: 'low' };
  const throttled = { mechanisms: ['tls.throttle.sni'], confidence: 'high' };

  it.each([
    ['got through later', [aFailure('timeout'), anAttempt()], false, lossy],
    ['was late, as another', [late], true, lossy],
    ['was late alone', [late], false, throttled],
    ['never got through', [aFailure('timeout'), aFailure('timeout')], false, throttled],
    ['was cut off, not silent', [aFailure('reset'), anAttempt()], false, throttled],
  ])('is labelled by a small request that %s', (_case, pictures, isOtherLate, expected) => {
    const seen = {
      'chat/web': [isOtherLate ? late : anAttempt()],
      'chat/pictures': spaced(pictures),
      'chat/download': frozen,
    };

    expect(diagnose(seen)).toMatchObject({ state: 'impaired', ...expected });
  });

  it.each<[string, Attempt[], object]>([
    [
      'all else is well',
      [anAttempt()],
      { state: 'impaired', ...lossy, reason: 'transfer-freezes' },
    ],
    ['a small request was late', [late], { state: 'ok', mechanisms: [] }],
  ])('at offsets far apart is told where %s', (_case, pictures, expected) => {
    const seen = {
      'chat/web': [anAttempt()],
      'chat/pictures': pictures,
      'chat/download': spaced([frozenAt(14_000), frozenAt(30_000)]),
    };

    expect(diagnose(seen)).toMatchObject(expected);
  });

  it.each([
    [64, 'timeout'],
    [transferBytes, 'tls.throttle.sni'],
  ])('is labelled by a late transfer of %d bytes beside a late answer', (bytes, label) => {
    const seen = {
      'chat/web': [late],
      'chat/pictures': [anAttempt()],
      'chat/download': [...frozen, { ...late, bytes }],
    };

    expect(diagnose(seen).mechanisms).toEqual([label]);
  });

  it.each([true, false])('is impaired, its role required or not (%s)', (required) => {
    const seen = {
      'chat/web': [anAttempt()],
      'chat/pictures': [anAttempt()],
      'chat/download': frozen,
    };

    expect(diagnose(seen, required)).toMatchObject({
      state: 'impaired',
      mechanisms: ['tls.throttle.sni'],
      reason: 'transfer-freezes',
      artefact: true,
      roles: [
        { role: 'web', state: 'ok' },
        { role: 'media', state: 'impaired', mechanisms: ['tls.throttle.sni'] },
      ],
    });
  });

  it('is ok where the transfer has no result', () => {
    const seen = { 'chat/web': [anAttempt()], 'chat/pictures': [anAttempt()], 'chat/download': [] };

    expect(diagnose(seen, true)).toMatchObject({ state: 'ok', roles: [{}, { state: 'ok' }] });
  });
});

describe('a service whose transfers stop as those of neutral sites do', () => {
  const service = aService({
    roles: [aServiceRole(), aServiceRole({ role: 'media', required: false })],
    targets: [aTarget(), download],
  });

  function judge(...attempts: Attempt[]) {
    const evidence = aServiceEvidence(
      { 'chat/web': [anAttempt()], 'chat/download': attempts },
      { service },
    );
    return diagnoseService(evidence, aTargetContext(), aNetwork());
  }

  it.each([1, 2])('opens, and that is not sure, after %i tries', (count) => {
    const stopped = judge(...Array.from({ length: count }, () => frozenAt(16_000)));

    expect(stopped).toMatchObject({ state: 'ok', confidence: 'medium' });
  });

  it('opens, and that is not sure, where they crawl', () => {
    const slow = anAttempt({ bytes: transferBytes, totalMs: 3_000 });

    expect(judge(slow, slow)).toMatchObject({ state: 'ok', confidence: 'medium' });
    expect(judge(slow, whole)).toMatchObject({ state: 'ok', confidence: 'high' });
  });

  it.each<[string, Attempt[]]>([
    ['one got through', [frozenAt(16_000), whole]],
    ['none was made', []],
  ])('is sure where %s', (_, attempts) => {
    expect(judge(...attempts)).toMatchObject({ state: 'ok', confidence: 'high' });
  });
});
