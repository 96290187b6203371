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

function logsOf(rounds: readonly Round[], draft: Partial<OtlpDraft> = {}) {
  const settings = someUpload(someOtlp({ signals: ['logs'], ...draft }));
  const [request] = createRequests(settings)(rounds, { dropped: 0 });
  if (request === undefined) throw new Error('No request.');
  const body = request.body as Uint8Array;
  const mediaType = request.headers['content-type'] ?? '';
  return { request, ...decode('/v1/logs', mediaType, body) };
}

const blocked = exampleService({
  id: 'viber',
  name: 'Viber',
  state: 'blocked',
  mechanisms: ['tls.reset', 'timeout'],
  targets: [
    exampleTarget({
      id: 'viber/web',
      mechanisms: ['tls.reset'],
      attempts: [
        exampleAttempt({ ok: false, failure: 'connection_reset', httpStatus: null }),
        exampleAttempt({ n: 2, startedAt: '2026-03-01T10:00:05.007Z', valid: false }),
      ],
    }),
  ],
});

describe.each(uploadEncodings)('the log records, as %s', (encoding) => {
  it('are one a verdict and one an attempt, typed as the columns of the export', () => {
    const { records, request } = logsOf([exampleRound({ services: [blocked] })], { encoding });

    expect(records).toEqual([
      {
        event: 'dozvon.verdict',
        severity: 9,
        time: '1772359200000000000',
        attributes: {
          record_id: 'round-1/viber',
          schema_version: '2',
          round_id: 'round-1',
          round_started_at: '2026-03-01T10:00:00.000Z',
          trigger: 'manual',
          network_state: 'normal',
          control_ok: true,
          round_finished_at: '2026-03-01T10:00:12.300Z',
          network_confidence: 'high',
          service: 'viber',
          service_state: 'blocked',
          service_round_state: 'ok',
          confidence: 'high',
          scope: 'service',
          locus: 'unknown',
          service_mechanisms: ['tls.reset', 'timeout'],
          service_name: 'Viber',
          reason: 'got-through',
          attempts: 1,
          failed_attempts: 1,
          resolver_path: 'system',
          app_version: '0.1.0',
          logic_version: '1',
          catalog_version: '2026-03-01',
          browser: 'Chromium 150',
        },
      },
      {
        event: 'dozvon.attempt',
        severity: 9,
        time: '1772359201250000000',
        attributes: {
          record_id: 'round-1/viber/viber/web/1',
          schema_version: '2',
          round_id: 'round-1',
          service: 'viber',
          role: 'web',
          target: 'viber/web',
          kind: 'https',
          url: 'https://web.example/',
          target_state: 'ok',
          target_mechanisms: ['tls.reset'],
          attempt: 1,
          attempt_started_at: '2026-03-01T10:00:01.250Z',
          ok: false,
          valid: true,
          failure: 'connection_reset',
          protocol: 'h2',
          dns_ms: 13,
          connect_ms: 30,
          tls_ms: 41,
          ttfb_ms: 60,
          total_ms: 151,
          bytes: 1024,
          reused_connection: false,
        },
      },
      expect.objectContaining({
        event: 'dozvon.attempt',
        time: '1772359205007000000',
        attributes: expect.objectContaining({
          record_id: 'round-1/viber/viber/web/2',
          valid: false,
          http_status: 200,
        }),
      }),
    ]);
    expect(request.records).toBe(3);
  });

  it('tell who sent them', () => {
    const { resource } = logsOf([exampleRound()], { encoding });

    expect(resource).toEqual({
      'service.name': 'dozvon',
      'service.version': '0.1.0',
      'service.instance.id': someUpload().instance,
    });
  });

  it('have a record of a round without services', () => {
    const { records } = logsOf([exampleRound({ services: [] })], { encoding });

    expect(records.map(({ attributes }) => attributes.record_id)).toEqual(['round-1']);
  });
});

describe('the log records', () => {
  it('tell the route where that was ticked, and nothing of it else', () => {
    const spared = exampleService({ reason: 'not-through-detour' });
    const round = exampleRound({ services: [spared] });

    const [ticked] = logsOf([round], { routing: true }).records;
    const [unticked] = logsOf([round]).records;

    expect(ticked?.attributes).toMatchObject({
      routing: 'vpn_likely',
      exit_country: 'NL',
      exit_asn: 64500,
      reason: 'not-through-detour',
    });
    expect(JSON.stringify(unticked)).not.toMatch(/vpn_likely|NL|64500|exit_|detour/);
  });

  it('never tell the address of a server', () => {
    const { request } = logsOf([exampleRound()], { routing: true });

    expect(new TextDecoder().decode(request.body as Uint8Array)).not.toContain('192.0.2.10');
  });

  it('name the network as the settings do', () => {
    const { records } = logsOf([exampleRound()], { label: 'дача', country: 'RU' });

    expect(records).toHaveLength(2);
    for (const { attributes } of records) {
      expect(attributes).toMatchObject({ network_label: 'дача', home_country: 'RU' });
    }
  });

  it('have ids that differ, and are the same in every request', () => {
    const rounds = [
      exampleRound({ services: [blocked, exampleService()] }),
      exampleRound({ id: 'round-2', services: [blocked] }),
    ];
    const ids = (some: readonly Round[]) =>
      logsOf(some).records.map(({ attributes }) => attributes.record_id);

    expect(new Set(ids(rounds)).size).toBe(8);
    expect(rounds.flatMap((round) => ids([round]))).toEqual(ids(rounds));
  });

  it('leave nothing out of attempts but what the verdict beside them says', () => {
    const [verdict, attempt] = logsOf([exampleRound()]).records;
    const both = { ...verdict?.attributes, ...attempt?.attributes };

    expect(Object.keys(both)).toEqual(
      expect.arrayContaining(['service_state', 'network_state', 'browser', 'total_ms']),
    );
    expect(JSON.stringify(attempt).length).toBeLessThan(0.6 * JSON.stringify(both).length);
  });
});
