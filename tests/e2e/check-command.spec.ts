import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Round } from '../../lib/model/round.ts';
import { defaultServiceCount } from '../helpers/default-services.ts';
import { expect, test } from './fixtures.ts';
import { check } from './run-check.ts';

const header =
  'schema_version,round_id,round_started_at,trigger,network_state,control_ok,service,service_state,' +
  'service_round_state,confidence,scope,locus,service_mechanisms,role,target,kind,url,target_state,' +
  'target_mechanisms,attempt,attempt_started_at,ok,valid,failure,failed_operation,browser_error,' +
  'http_status,remote_ip,protocol,dns_ms,connect_ms,tls_ms,ttfb_ms,total_ms,bytes,freeze_at_bytes,' +
  'reused_connection,resolver_path,app_version,logic_version,catalog_version,browser,routing,' +
  'exit_country,exit_asn';

test('prints one JSON document, and nothing else, on standard output', async ({ lab }) => {
  await lab.setWorld({ dns: [{ names: ['.whatsapp.com'], answer: 'nxdomain' }] });

  const { code, output, errors } = await check(lab, '--format', 'json');

  expect(code, errors).toBe(0);
  const round = JSON.parse(output) as Round;
  expect(round.schema).toBe('dozvon.round/1');
  expect(round.trigger).toBe('manual');
  expect(round.services).toHaveLength(defaultServiceCount);
  for (const target of round.services.flatMap((service) => service.targets)) {
    expect(target.attempts.length, target.id).toBeGreaterThan(0);
  }
  const states = Object.fromEntries(round.services.map(({ id, state }) => [id, state]));
  expect(states).toMatchObject({ whatsapp: 'blocked', telegram: 'ok', signal: 'ok' });
});

test('prints a table of all verdicts', async ({ lab }) => {
  await lab.setWorld({});

  const { code, output } = await check(lab);

  expect(code).toBe(0);
  const rows = output.split('\n').filter((line) => / ok +high /.test(line));
  expect(rows, output).toHaveLength(defaultServiceCount);
});

test('writes CSV to a file, with the header of the contract', async ({ lab }) => {
  await lab.setWorld({});
  const folder = mkdtempSync(join(tmpdir(), 'dozvon-csv-'));
  const file = join(folder, 'rounds.csv');

  const options = ['--format', 'csv', '--services', 'max,vk', '--rounds', '2', '--interval', '1'];
  const { code, output, errors } = await check(lab, ...options, '--output', file);

  const lines = readFileSync(file, 'utf8').split('\r\n');
  rmSync(folder, { recursive: true });
  expect(code, errors).toBe(0);
  expect(output).toBe('');
  expect(lines[0]).toBe(header);
  expect(new Set(lines.slice(1, -1).map((line) => line.split(',')[1])).size).toBe(2);
});

test.describe('bad input', () => {
  const cases: [why: string, options: string[], says: RegExp][] = [
    ['an unknown option', ['--colour'], /--colour/],
    ['an unknown format', ['--format', 'xml'], /--format.*xml.*json/],
    ['rounds that are no number', ['--rounds', 'many'], /--rounds.*many/],
    ['an unknown service', ['--services', 'icq'], /--services.*icq.*whatsapp/],
    ['an output that cannot be written', ['--output', '/nowhere/file'], /--output.*nowhere/],
    ['a profile that is no folder', ['--profile', 'package.json'], /--profile.*package\.json/],
    ['an unknown browser', ['--browser', 'opera'], /--browser.*opera.*chromium, firefox/],
  ];
  for (const [why, options, says] of cases) {
    test(`${why}: one clear line`, async ({ lab }) => {
      const finished = await check(lab, ...options);

      expect(finished).toMatchObject({ code: 2, output: '' });
      expect(finished.errors.trimEnd().split('\n')).toHaveLength(1);
      expect(finished.errors).toMatch(says);
    });
  }
});
