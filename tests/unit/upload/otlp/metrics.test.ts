import { describe, expect, it } from 'vitest';
import type { Round } from '../../../../lib/model/round.ts';
import { type UploadDraft, uploadEncodings } from '../../../../lib/settings/upload.ts';
import { createRequests } from '../../../../lib/upload/requests.ts';
import { decode } from '../../../helpers/otlp-stub/decode.ts';
import { someOtlp, someUpload } from '../../../helpers/upload-settings.ts';
import {
  exampleAttempt,
  exampleRound,
  exampleService,
  exampleTarget,
} from '../../export/example-round.ts';

type OtlpDraft = Extract<UploadDraft, { kind: 'otlp' }>;

function pointsOf(rounds: readonly Round[], draft: Partial<OtlpDraft> = {}, dropped = 0) {
  const settings = someUpload(someOtlp({ signals: ['metrics'], ...draft }));
  const [request] = createRequests(settings)(rounds, { dropped });
  if (request === undefined) throw new Error('No request.');
  const mediaType = request.headers['content-type'] ?? '';
  const { points } = decode('/v1/metrics', mediaType, request.body as Uint8Array);
  expect(request.records).toBe(points.length);
  return points;
}

/** Lines as `name{attributes} value`. */
function linesOf(rounds: readonly Round[]): string[] {
  return pointsOf(rounds).map(
    ({ metric, attributes, value }) => `${metric} ${JSON.stringify(attributes)} ${value}`,
  );
}

const failing = exampleService({
  id: 'viber',
  state: 'impaired',
  roundState: 'blocked',
  targets: [
    exampleTarget({
      attempts: [
        exampleAttempt({ totalMs: 100 }),
        exampleAttempt({ n: 2, totalMs: 300 }),
        exampleAttempt({ n: 3, totalMs: 200 }),
        exampleAttempt({ n: 4, ok: false, totalMs: 9000 }),
        exampleAttempt({ n: 5, ok: false, valid: false }),
      ],
    }),
    exampleTarget({ kind: 'download', attempts: [exampleAttempt({ ok: false })] }),
  ],
});

describe.each(uploadEncodings)('the metrics, as %s', (encoding) => {
  it('are gauges at the time of the round', () => {
    const points = pointsOf([exampleRound({ services: [failing] })], { encoding });

    const gauges = points.filter(({ metric }) => metric !== 'dozvon.upload.dropped');
    expect(new Set(gauges.map(({ kind }) => kind))).toEqual(new Set(['gauge']));
    expect(new Set(points.map(({ time }) => time))).toEqual(new Set(['1772359200000000000']));
    expect(gauges).toContainEqual({
      metric: 'dozvon.service.latency',
      unit: 's',
      kind: 'gauge',
      type: 'double',
      value: 0.2,
      time: '1772359200000000000',
      attributes: { service: 'viber' },
    });
    expect(gauges).toContainEqual(
      expect.objectContaining({
        metric: 'dozvon.service.attempts',
        type: 'int',
        value: 3,
        attributes: { service: 'viber', ok: true },
      }),
    );
  });

  it('tell as a sum how many checks were dropped', () => {
    const points = pointsOf([exampleRound()], { encoding }, 7);

    expect(points.at(-1)).toMatchObject({ metric: 'dozvon.upload.dropped', kind: 'sum', value: 7 });
  });
});

describe('the metrics', () => {
  it('are a set of states, shares, times and counts a service', () => {
    expect(linesOf([exampleRound({ services: [failing] })])).toEqual([
      'dozvon.service.state {"service":"viber","state":"ok"} 0',
      'dozvon.service.state {"service":"viber","state":"impaired"} 1',
      'dozvon.service.state {"service":"viber","state":"blocked"} 0',
      'dozvon.service.state {"service":"viber","state":"likely_blocked"} 0',
      'dozvon.service.state {"service":"viber","state":"down"} 0',
      'dozvon.service.state {"service":"viber","state":"insufficient"} 0',
      'dozvon.service.failing {"service":"viber"} 0.25',
      'dozvon.service.latency {"service":"viber"} 0.2',
      'dozvon.service.attempts {"service":"viber","ok":true} 3',
      'dozvon.service.attempts {"service":"viber","ok":false} 1',
      'dozvon.network.state {"state":"normal"} 1',
      'dozvon.network.state {"state":"allowlist"} 0',
      'dozvon.network.state {"state":"captive_portal"} 0',
      'dozvon.network.state {"state":"offline"} 0',
      'dozvon.network.state {"state":"degraded"} 0',
      'dozvon.upload.dropped {} 0',
    ]);
  });

  it('have a gap where a round says nothing of a service that had a state before', () => {
    const silent = exampleService({ id: 'viber', state: 'ok', roundState: 'insufficient' });

    expect(linesOf([exampleRound({ services: [silent] })]).join()).not.toContain('viber');
  });

  it('say that nothing was ever measured, without a share or a time of nothing', () => {
    const unknown = exampleService({
      id: 'viber',
      state: 'insufficient',
      roundState: 'insufficient',
      targets: [],
    });

    const lines = linesOf([exampleRound({ services: [unknown] })]);

    expect(lines).toContain('dozvon.service.state {"service":"viber","state":"insufficient"} 1');
    expect(lines.join()).not.toMatch(/failing|latency/);
  });

  it('rise in time, as Prometheus wants it', () => {
    const rounds = [0, 15, 30].map((minute) =>
      exampleRound({ id: `${minute}`, startedAt: `2026-03-01T10:${minute || '00'}:00.000Z` }),
    );

    const times = pointsOf(rounds)
      .filter(({ metric }) => metric === 'dozvon.service.failing')
      .map(({ time }) => time);

    expect(times).toHaveLength(3);
    expect(times).toEqual(times.toSorted());
  });

  it('name the network as the settings do', () => {
    const points = pointsOf([exampleRound()], { label: 'office', country: 'KZ' });

    expect(points).not.toEqual([]);
    for (const { attributes } of points) {
      expect(attributes).toMatchObject({ network_label: 'office', home_country: 'KZ' });
    }
  });
});
