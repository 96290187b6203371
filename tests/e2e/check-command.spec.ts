import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { builtIn } from '../../lib/catalog/index.ts';
import type { Round } from '../../lib/model/round.ts';
import { aCatalogFile, dayAfter } from '../helpers/catalog-file.ts';
import { defaultServiceCount } from '../helpers/default-services.ts';
import { processesWith } from '../lab/browsers/processes.ts';
import { check, startCheck, startWithoutDisplay } from '../lab/run/run-check.ts';
import { expect, test } from './fixtures.ts';

const header =
  'schema_version,round_id,round_started_at,trigger,network_state,control_ok,service,service_state,' +
  'service_round_state,confidence,scope,locus,service_mechanisms,role,target,kind,url,target_state,' +
  'target_mechanisms,attempt,attempt_started_at,ok,valid,failure,failed_operation,browser_error,' +
  'http_status,remote_ip,protocol,dns_ms,connect_ms,tls_ms,ttfb_ms,total_ms,bytes,freeze_at_bytes,' +
  'reused_connection,resolver_path,app_version,logic_version,catalog_version,browser,routing,' +
  'exit_country,exit_asn,recent_tries,recent_failures,remote_ip_kind';

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

  const { code, output, errors } = await check(lab);

  expect(code).toBe(0);
  // Whoever runs the lab is root in it.
  expect(errors).toContain('Root gets no sandbox of Chromium');
  const rows = output.split('\n').filter((line) => / ok +high /.test(line));
  expect(rows, output).toHaveLength(defaultServiceCount);
});

test('is what `npm start` does where there is no display', async ({ lab }) => {
  await lab.setWorld({});

  const { code, output, errors } = await startWithoutDisplay(lab);

  expect(code, errors).toBe(0);
  expect(errors).toContain('No display, so no window: checking instead (npm run check).');
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
  const rows = lines.slice(1, -1).map((line) => line.split(','));
  expect(new Set(rows.map((cells) => cells[1])).size).toBe(2);
  const address = header.split(',').indexOf('remote_ip');
  expect(rows.map((cells) => cells[address])).toContainEqual(expect.stringMatching(/^2[01]\./));
});

test.describe('a catalogue’s file', () => {
  let file: string;
  test.beforeEach(async ({ lab }) => {
    await lab.setWorld({});
    file = join(mkdtempSync(join(tmpdir(), 'dozvon-catalogue-')), 'catalogue.json');
  });
  test.afterEach(() => {
    rmSync(dirname(file), { recursive: true, force: true });
  });
  const options = ['--format', 'json', '--services', 'max', '--catalog'];

  test('is used, and named in the round', async ({ lab }) => {
    const version = dayAfter(builtIn.world.version);
    writeFileSync(file, JSON.stringify(aCatalogFile({ version })));

    const { code, output, errors } = await check(lab, ...options, file);

    expect(code, errors).toBe(0);
    const { software } = JSON.parse(output) as Round;
    expect(software.catalog).toContain(`${version}+file.`);
  });

  test('is refused where it does not fit, with the reason, before any browser starts', async ({
    lab,
  }) => {
    writeFileSync(file, JSON.stringify(aCatalogFile({ version: '2020-01-01' })));

    const { code, output, errors } = await check(lab, ...options, file);

    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toContain('--catalog: version: found "2020-01-01", allowed: a later day');
  });
});

test.describe('a check that is ended early', () => {
  const few = ['--services', 'max,vk', '--interval', '1'];
  let folder: string;
  test.beforeEach(async ({ lab }) => {
    await lab.setWorld({});
    folder = mkdtempSync(join(tmpdir(), 'dozvon-ended-'));
  });
  test.afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('leaves every finished round in its file, though it was killed', async ({ lab }) => {
    const file = join(folder, 'rounds.jsonl');
    const options = ['--format', 'jsonl', '--rounds', '100', '--output', file, ...few];
    const checking = startCheck(lab, options, { TMPDIR: folder });
    await checking.said('Round 3 of 100');
    const [writer = 0, ...others] = processesWith(`node scripts/check.ts ${options.join(' ')}`);
    expect(others).toEqual([]);

    process.kill(writer, 'SIGKILL');
    const { code } = await checking.finished;

    const rounds = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Round);
    expect(rounds.map((round) => round.services.map(({ id }) => id))).toEqual([
      ['max', 'vk'],
      ['max', 'vk'],
    ]);
    expect(code).toBe(137);
    await expect.poll(() => processesWith(folder), 'the browser ends by itself').toEqual([]);
  });

  const interruptions: [signal: NodeJS.Signals, code: number][] = [
    ['SIGINT', 130],
    // The check itself says 130 here too, but npm ends by the signal first.
    ['SIGTERM', 143],
  ];
  for (const [signal, expected] of interruptions) {
    test(`gives at ${signal} what was finished, and leaves nothing behind`, async ({ lab }) => {
      const options = ['--format', 'json', '--rounds', '0', ...few];
      const checking = startCheck(lab, options, { TMPDIR: folder });
      await checking.said('Round 2');
      expect(processesWith(folder)).not.toEqual([]);

      checking.interrupt(signal);
      const { code, output, errors } = await checking.finished;

      expect(code, errors).toBe(expected);
      const rounds = JSON.parse(output) as Round[];
      expect(rounds.map((round) => round.services.map(({ id }) => id))).toEqual([['max', 'vk']]);
      expect(readdirSync(folder).filter((name) => name.startsWith('dozvon-'))).toEqual([]);
      expect(processesWith(folder)).toEqual([]);
    });
  }
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
