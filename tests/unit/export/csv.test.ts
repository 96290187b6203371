import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
  type CsvDialect,
  commaDialect,
  rawDialect,
  spreadsheetDialect,
} from '../../../lib/export/csv/dialect.ts';
import type { ExportOptions } from '../../../lib/export/format.ts';
import type { Attempt } from '../../../lib/model/attempt.ts';
import type { Round } from '../../../lib/model/round.ts';
import type { TargetResult } from '../../../lib/model/service.ts';
import { anyRound } from '../../helpers/arbitrary-rounds.ts';
import { textOf } from '../../helpers/exports.ts';
import { exampleAttempt, exampleRound, exampleService, exampleTarget } from './example-round.ts';

const header =
  'schema_version,round_id,round_started_at,trigger,network_state,control_ok,service,service_state,service_round_state,confidence,scope,locus,service_mechanisms,role,target,kind,url,target_state,target_mechanisms,attempt,attempt_started_at,ok,valid,failure,failed_operation,browser_error,http_status,remote_ip,protocol,dns_ms,connect_ms,tls_ms,ttfb_ms,total_ms,bytes,freeze_at_bytes,reused_connection,resolver_path,app_version,logic_version,catalog_version,browser,routing,exit_country,exit_asn,recent_tries,recent_failures,remote_ip_kind';

function roundsToCsv(
  rounds: readonly Round[],
  options: Partial<ExportOptions> = {},
): Promise<string> {
  return textOf('csv', rounds, options);
}

function withError(browserError: string): Round {
  const attempts = [exampleAttempt({ browserError })];
  return exampleRound({ services: [exampleService({ targets: [exampleTarget({ attempts })] })] });
}

function readBack(text: string, delimiter: string = ','): Record<string, string>[] {
  const parsed = Papa.parse<Record<string, string>>(text, {
    header: true,
    delimiter,
    newline: '\r\n',
    skipEmptyLines: true,
  });
  expect(parsed.errors).toEqual([]);
  return parsed.data;
}

async function errorCell(value: string, dialect: CsvDialect = commaDialect) {
  const [row] = readBack(await roundsToCsv([withError(value)], { dialect }), dialect.delimiter);
  return row?.browser_error;
}

/** A value of its own in each cell; those that are true or false differ over its two attempts. */
function differingRound(): Round {
  const attempt = exampleAttempt({
    n: 6,
    startedAt: '2026-03-01T10:00:03.250Z',
    ok: false,
    valid: true,
    failure: 'connection_reset',
    failedOperation: 'tls_handshake',
    browserError: 'net::ERR_CONNECTION_RESET',
    httpStatus: 206,
    remoteIp: '192.0.2.10',
    remoteIpKind: 'shared',
    protocol: 'h3',
    dnsMs: 12.5,
    connectMs: 30,
    tlsMs: 41,
    ttfbMs: 60,
    totalMs: 150.75,
    bytes: 1024,
    freezeAtBytes: 16_000,
    reusedConnection: true,
  });
  const target = exampleTarget({
    id: 'telegram/files',
    role: 'media',
    kind: 'download',
    url: 'https://files.example/',
    state: 'impaired',
    mechanisms: ['tls.reset.sni', 'tls.throttle.sni'],
    recent: { tries: 40, failures: 11, since: '2026-02-28T10:00:00.000Z' },
    attempts: [attempt, { ...attempt, n: 7, ok: true, valid: false }],
  });
  const service = exampleService({
    state: 'blocked',
    roundState: 'likely_blocked',
    confidence: 'medium',
    scope: 'network',
    locus: 'server_side',
    mechanisms: ['dns.error', 'tls.reset'],
    targets: [target],
  });
  const control = { id: 'foreign-1', group: 'foreign', failure: null, totalMs: 80 } as const;
  return exampleRound({
    trigger: 'confirm',
    network: {
      state: 'degraded',
      confidence: 'high',
      resolverPath: 'secure_dns',
      controls: [{ ...control, ok: false }],
    },
    software: { version: '0.1.0', logic: '9', catalog: '2026-02-27', browser: 'Firefox 153' },
    services: [service],
  });
}

const differingRow = {
  schema_version: '2',
  round_id: 'round-1',
  round_started_at: '2026-03-01T10:00:00.000Z',
  trigger: 'confirm',
  network_state: 'degraded',
  control_ok: 'false',
  service: 'telegram',
  service_state: 'blocked',
  service_round_state: 'likely_blocked',
  confidence: 'medium',
  scope: 'network',
  locus: 'server_side',
  service_mechanisms: 'dns.error|tls.reset',
  role: 'media',
  target: 'telegram/files',
  kind: 'download',
  url: 'https://files.example/',
  target_state: 'impaired',
  target_mechanisms: 'tls.reset.sni|tls.throttle.sni',
  attempt: '6',
  attempt_started_at: '2026-03-01T10:00:03.250Z',
  ok: 'false',
  valid: 'true',
  failure: 'connection_reset',
  failed_operation: 'tls_handshake',
  browser_error: 'net::ERR_CONNECTION_RESET',
  http_status: '206',
  remote_ip: '192.0.2.10',
  protocol: 'h3',
  dns_ms: '12.5',
  connect_ms: '30',
  tls_ms: '41',
  ttfb_ms: '60',
  total_ms: '150.75',
  bytes: '1024',
  freeze_at_bytes: '16000',
  reused_connection: 'true',
  resolver_path: 'secure_dns',
  app_version: '0.1.0',
  logic_version: '9',
  catalog_version: '2026-02-27',
  browser: 'Firefox 153',
  routing: 'vpn_likely',
  exit_country: 'NL',
  exit_asn: '64500',
  recent_tries: '40',
  recent_failures: '11',
  remote_ip_kind: 'shared',
};

describe('the CSV writer', () => {
  it('begins with the exact header, even without rounds', async () => {
    expect(await roundsToCsv([])).toBe(`${header}\r\n`);
    expect((await roundsToCsv([exampleRound()])).split('\r\n')[0]).toBe(header);
  });

  it('names the address that each attempt asked', async () => {
    const attempts = [
      exampleAttempt(),
      exampleAttempt({ n: 2, url: 'https://other.example/' }),
      exampleAttempt({ n: 3 }),
    ];
    const targets = [exampleTarget({ attempts }), exampleTarget({ id: 'none', attempts: [] })];
    const round = exampleRound({ services: [exampleService({ targets })] });

    for (const dialect of [commaDialect, rawDialect, spreadsheetDialect('de')]) {
      const rows = readBack(
        (await roundsToCsv([round], { dialect })).replace(/^\uFEFF/, ''),
        dialect.delimiter,
      );
      expect(rows.map(({ url }) => url)).toEqual([
        'https://web.example/',
        'https://other.example/',
        'https://web.example/',
        'https://web.example/',
      ]);
    }
  });

  it('writes one row per attempt with every cell in its column', async () => {
    const rows = readBack(
      await roundsToCsv([differingRound()], { routing: true, addresses: true }),
    );

    expect(rows).toEqual([
      differingRow,
      { ...differingRow, attempt: '7', ok: 'true', valid: 'false' },
    ]);
  });

  it.each([
    ['a target without attempts', [exampleService({ targets: [exampleTarget({ attempts: [] })] })]],
    ['a service without targets', [exampleService({ targets: [] })]],
    ['a round without services', []],
  ])('writes %s as one row with empty cells', async (_name, services) => {
    const rows = readBack(await roundsToCsv([exampleRound({ services })]));

    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ round_id: 'round-1', attempt: '', ok: '', valid: '' });
  });

  it('sets control_ok if every foreign control answered, and leaves it empty without controls', async () => {
    const network = exampleRound().network;
    const failed = network.controls.map((control) => ({ ...control, ok: false }));
    const [bad, none] = readBack(
      await roundsToCsv([
        exampleRound({ network: { ...network, controls: failed } }),
        exampleRound({ network: { ...network, controls: [] } }),
      ]),
    );

    expect(bad?.control_ok).toBe('false');
    expect(none?.control_ok).toBe('');
  });

  it('leaves routing and exit empty unless requested', async () => {
    const [hidden] = readBack(await roundsToCsv([exampleRound()]));
    const [shown] = readBack(await roundsToCsv([exampleRound()], { routing: true }));

    expect(hidden).toMatchObject({ routing: '', exit_country: '', exit_asn: '' });
    expect(shown).toMatchObject({ routing: 'vpn_likely', exit_country: 'NL', exit_asn: '64500' });
  });

  it('leaves the addresses of servers empty unless requested', async () => {
    const [hidden] = readBack(await roundsToCsv([exampleRound()]));
    const [shown] = readBack(await roundsToCsv([exampleRound()], { addresses: true }));

    expect([hidden?.remote_ip, shown?.remote_ip]).toEqual(['', '192.0.2.10']);
  });

  it('begins with a byte order mark only if requested', async () => {
    const dialect = { ...commaDialect, bom: true };
    expect(await roundsToCsv([], { dialect })).toBe(`\uFEFF${header}\r\n`);
    expect(await roundsToCsv([])).not.toContain('\uFEFF');
  });

  it.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx', '  =1', ' \t@x', '＝1', '＋1', ' －1', '＠x'])(
    'guards the text %j, except in the raw dialect',
    async (text) => {
      expect(await errorCell(text)).toBe(`'${text}`);
      expect(await errorCell(text, rawDialect)).toBe(text);
    },
  );

  it('does not guard numbers', async () => {
    expect(await rowOf({ totalMs: -1.5 })).toMatchObject({ total_ms: '-1.5' });
  });

  it('writes decimals and cells as spreadsheets of the language read them', async () => {
    const attempt = { totalMs: 1234.5, bytes: 1024, protocol: 'a;b' };
    const russian = await rowOf(attempt, { dialect: spreadsheetDialect('ru') });
    const english = await rowOf(attempt, { dialect: spreadsheetDialect('en') });

    expect(russian).toMatchObject({ total_ms: '1234,5', bytes: '1024', protocol: 'a;b' });
    expect(english).toMatchObject({ total_ms: '1234.5', bytes: '1024', protocol: 'a;b' });
  });

  it('appends the columns of ticks, and no others', async () => {
    const options = { label: '=home', timeZone: 'Asia/Kolkata' };
    const [line = ''] = (await roundsToCsv([exampleRound()], options)).split('\r\n');

    expect(line).toBe(`${header},network_label,round_started_local,attempt_started_local`);
    expect(await rowOf({}, options)).toMatchObject({
      network_label: "'=home",
      round_started_local: '2026-03-01T15:30:00.000+05:30',
      attempt_started_local: '2026-03-01T15:30:01.250+05:30',
    });
  });

  it('lets a parser restore any text, in all dialects', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('"', ',', ';', '\r', '\n', '=', ' ', "'", '|', 'я', '＝'),
      }),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom(commaDialect, russian), async (value, dialect) => {
        expect(await errorCell(value, { ...dialect, guarded: false })).toBe(value);
        expect([value, `'${value}`]).toContain(await errorCell(value, dialect));
      }),
    );
  });

  it('guards every text that begins like a formula, whatever precedes the sign', async () => {
    const space = fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\u00A0', '\u3000') });
    const sign = fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠');
    await fc.assert(
      fc.asyncProperty(space, sign, fc.string(), async (before, first, after) => {
        const cell = await errorCell(`${before}${first}${after}`);
        expect(cell?.startsWith("'")).toBe(true);
      }),
    );
  });

  it('ends every record with CR LF and gives each the same number of cells', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), async (texts) => {
        const text = await roundsToCsv(texts.map(withError), { dialect: rawDialect });
        const rows = Papa.parse<string[]>(text, { newline: '\r\n', skipEmptyLines: true }).data;

        expect(text.endsWith('\r\n')).toBe(true);
        expect(new Set(rows.map((cells) => cells.length))).toEqual(new Set([48]));
      }),
    );
  });

  it('writes each of many rounds, services and targets in its own rows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRound, { maxLength: 3 }), async (rounds) => {
        const rows = readBack(await roundsToCsv(rounds, { dialect: rawDialect }));

        expect(rows).toHaveLength(rounds.flatMap(expectedRows).length);
        for (const [index, expected] of rounds.flatMap(expectedRows).entries()) {
          expect(rows[index]).toMatchObject(expected);
        }
      }),
    );
  });
});

const russian = spreadsheetDialect('ru');

/** The row of one attempt. */
async function rowOf(attempt: Partial<Attempt>, options: Partial<ExportOptions> = {}) {
  const attempts = [exampleAttempt(attempt)];
  const services = [exampleService({ targets: [exampleTarget({ attempts })] })];
  const text = await roundsToCsv([exampleRound({ services })], options);
  return readBack(text, options.dialect?.delimiter)[0];
}

/** Cells of every level, told plainly. */
function expectedRows(round: Round): Record<string, string>[] {
  const top = { round_id: round.id, browser: round.software.browser };
  if (round.services.length === 0) return [{ ...top, service: '' }];
  return round.services.flatMap((service) => {
    const middle = { ...top, service: service.id, service_state: service.state };
    if (service.targets.length === 0) return [{ ...middle, target: '' }];
    return service.targets.flatMap((target) => expectedOf(target, middle));
  });
}

function expectedOf(target: TargetResult, above: object): Record<string, string>[] {
  const low = { ...above, target: target.id, target_state: target.state };
  if (target.attempts.length === 0) return [{ ...low, attempt: '' }];
  return target.attempts.map(({ ok, failure, totalMs }) => ({
    ...low,
    ok: String(ok),
    failure: failure ?? '',
    total_ms: String(totalMs ?? ''),
  }));
}
