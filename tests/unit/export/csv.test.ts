import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type CsvOptions, createCsvWriter } from '../../../lib/export/csv.ts';
import { writeRounds } from '../../../lib/export/format.ts';
import type { Round } from '../../../lib/model/round.ts';
import { exampleAttempt, exampleRound, exampleService, exampleTarget } from './example-round.ts';

const header =
  'schema_version,round_id,round_started_at,trigger,network_state,control_ok,service,service_state,service_round_state,confidence,scope,locus,service_mechanisms,role,target,kind,url,target_state,target_mechanisms,attempt,attempt_started_at,ok,valid,failure,failed_operation,browser_error,http_status,remote_ip,protocol,dns_ms,connect_ms,tls_ms,ttfb_ms,total_ms,bytes,freeze_at_bytes,reused_connection,resolver_path,app_version,logic_version,catalog_version,browser,routing,exit_country,exit_asn,recent_tries,recent_failures,remote_ip_kind';

function roundsToCsv(rounds: readonly Round[], options: CsvOptions = {}): string {
  return writeRounds(createCsvWriter(options), rounds).join('');
}

function withError(browserError: string): Round {
  const attempts = [exampleAttempt({ browserError })];
  return exampleRound({ services: [exampleService({ targets: [exampleTarget({ attempts })] })] });
}

function readBack(text: string, delimiter = ','): Record<string, string>[] {
  const parsed = Papa.parse<Record<string, string>>(text, {
    header: true,
    delimiter,
    newline: '\r\n',
    skipEmptyLines: true,
  });
  expect(parsed.errors).toEqual([]);
  return parsed.data;
}

function errorCell(value: string, options: CsvOptions = {}): string | undefined {
  const [row] = readBack(roundsToCsv([withError(value)], options), options.delimiter);
  return row?.browser_error;
}

describe('the CSV writer', () => {
  it('begins with the exact header, even without rounds', () => {
    expect(roundsToCsv([])).toBe(`${header}\r\n`);
    expect(roundsToCsv([exampleRound()]).split('\r\n')[0]).toBe(header);
  });

  it('writes one row per attempt with every cell in its column', () => {
    const mechanisms = ['dns.error', 'tls.reset'] as const;
    const attempts = [
      exampleAttempt(),
      exampleAttempt({
        n: 2,
        ok: false,
        failure: 'connection_reset',
        dnsMs: null,
        remoteIpKind: 'shared',
      }),
    ];
    const targets = [exampleTarget({ attempts, mechanisms: [...mechanisms] })];

    const rows = readBack(roundsToCsv([exampleRound({ services: [exampleService({ targets })] })]));

    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      schema_version: '2',
      control_ok: 'true',
      target_mechanisms: 'dns.error|tls.reset',
      attempt: '1',
      attempt_started_at: '2026-03-01T10:00:01.250Z',
      ok: 'true',
      failure: '',
      dns_ms: '12.5',
      reused_connection: 'false',
      catalog_version: '2026-03-01',
      recent_tries: '',
      recent_failures: '',
      remote_ip_kind: '',
    });
    expect(rows[1]).toMatchObject({
      attempt: '2',
      ok: 'false',
      dns_ms: '',
      remote_ip_kind: 'shared',
    });
  });

  it.each([
    ['a target without attempts', [exampleService({ targets: [exampleTarget({ attempts: [] })] })]],
    ['a service without targets', [exampleService({ targets: [] })]],
    ['a round without services', []],
  ])('writes %s as one row with empty cells', (_name, services) => {
    const rows = readBack(roundsToCsv([exampleRound({ services })]));

    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ round_id: 'round-1', attempt: '', ok: '', valid: '' });
  });

  it('sets control_ok if every foreign control answered, and leaves it empty without controls', () => {
    const network = exampleRound().network;
    const failed = network.controls.map((control) => ({ ...control, ok: false }));
    const [bad, none] = readBack(
      roundsToCsv([
        exampleRound({ network: { ...network, controls: failed } }),
        exampleRound({ network: { ...network, controls: [] } }),
      ]),
    );

    expect(bad?.control_ok).toBe('false');
    expect(none?.control_ok).toBe('');
  });

  it('leaves routing and exit empty unless requested', () => {
    const [hidden] = readBack(roundsToCsv([exampleRound()]));
    const [shown] = readBack(roundsToCsv([exampleRound()], { routing: true }));

    expect(hidden).toMatchObject({ routing: '', exit_country: '', exit_asn: '' });
    expect(shown).toMatchObject({ routing: 'vpn_likely', exit_country: 'NL', exit_asn: '64500' });
  });

  it('leaves the addresses of servers empty unless requested', () => {
    const [hidden] = readBack(roundsToCsv([exampleRound()]));
    const [shown] = readBack(roundsToCsv([exampleRound()], { addresses: true }));

    expect([hidden?.remote_ip, shown?.remote_ip]).toEqual(['', '192.0.2.10']);
  });

  it('begins with a byte order mark only if requested', () => {
    expect(roundsToCsv([], { bom: true })).toBe(`\uFEFF${header}\r\n`);
    expect(roundsToCsv([])).not.toContain('\uFEFF');
  });

  it.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx', '  =1', ' \t@x', '＝1', '＋1', ' －1', '＠x'])(
    'guards the text %j, except in the raw dialect',
    (text) => {
      expect(errorCell(text)).toBe(`'${text}`);
      expect(errorCell(text, { raw: true })).toBe(text);
    },
  );

  it('does not guard numbers', () => {
    const attempts = [exampleAttempt({ totalMs: -1.5 })];
    const services = [exampleService({ targets: [exampleTarget({ attempts })] })];

    const [row] = readBack(roundsToCsv([exampleRound({ services })]));

    expect(row?.total_ms).toBe('-1.5');
  });

  it('lets a parser restore any text, in both dialects', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('"', ',', ';', '\r', '\n', '=', ' ', "'", '|', 'я', '＝'),
      }),
    );
    fc.assert(
      fc.property(text, fc.constantFrom<',' | ';'>(',', ';'), (value, delimiter) => {
        expect(errorCell(value, { raw: true, delimiter })).toBe(value);
        expect([value, `'${value}`]).toContain(errorCell(value, { delimiter }));
      }),
    );
  });

  it('guards every text that begins like a formula, whatever precedes the sign', () => {
    const space = fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\u00A0', '\u3000') });
    const sign = fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠');
    fc.assert(
      fc.property(space, sign, fc.string(), (before, first, after) => {
        expect(errorCell(`${before}${first}${after}`)?.startsWith("'")).toBe(true);
      }),
    );
  });

  it('ends every record with CR LF and gives each the same number of cells', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), (texts) => {
        const text = roundsToCsv(texts.map(withError), { raw: true });
        const rows = Papa.parse<string[]>(text, { newline: '\r\n', skipEmptyLines: true }).data;

        expect(text.endsWith('\r\n')).toBe(true);
        expect(new Set(rows.map((row) => row.length))).toEqual(new Set([48]));
      }),
    );
  });
});
