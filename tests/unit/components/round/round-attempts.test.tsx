// @vitest-environment happy-dom
import '../../../helpers/loaded-texts.ts';
import { render } from 'preact';
import { beforeEach, expect, it } from 'vitest';
import { RoundAttempts } from '../../../../components/round/RoundAttempts.tsx';
import { TextProvider } from '../../../../components/text/TextProvider.tsx';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import type { Round } from '../../../../lib/model/round.ts';
import { buildAttempt, buildRound, buildService } from '../../view/build-round.ts';

function show(part: Partial<Round>) {
  render(
    <TextProvider language="en">
      <RoundAttempts round={buildRound(part)} />
    </TextProvider>,
    document.body,
  );
}

/** Signal, of which one target was asked. */
function asked(...attempts: Attempt[]) {
  const target = {
    id: 'signal/web',
    role: 'web',
    kind: 'http',
    url: 'https://signal.example/',
    state: 'ok',
    retired: false,
  } as const;
  return buildService({ targets: [{ ...target, mechanisms: [], attempts }] });
}

beforeEach(() => {
  render(null, document.body);
});

it('shows every attempt under a caption', () => {
  const attempts = [
    buildAttempt({
      ok: false,
      failure: 'connection_reset',
      browserError: 'net::ERR_CONNECTION_RESET',
      httpStatus: null,
      totalMs: null,
      bytes: null,
    }),
    buildAttempt({ n: 2 }),
  ];

  show({ services: [asked(...attempts)] });

  const rows = [...document.querySelectorAll('.attempts tbody tr')].map((row) => row.textContent);
  expect(document.querySelector('.attempts caption')?.textContent).toContain('Signal');
  expect(rows[0]).toMatch(/Failed.*connection_reset.*net::ERR_CONNECTION_RESET/);
  expect(rows[1]).toMatch(/Got through.*200.*120 ms/);
});

it('shows what this check saw, and not what was known before it', () => {
  show({ services: [{ ...asked(buildAttempt({})), state: 'blocked', roundState: 'ok' }] });

  const summary = document.querySelector('.evidence summary');
  expect(summary?.textContent).toBe('Signal: Opens');
  expect(summary?.querySelector('.sign-ok')).not.toBeNull();
});

it.each([
  ['likely_blocked', 'network', 'no-answer', 'Does not open'],
  ['likely_blocked', 'service', 'no-answer', 'Does not open'],
  ['impaired', 'service', 'some-roles-fail', 'Works in part'],
  ['insufficient', 'service', 'not-through-detour', 'Not checked'],
] as const)('says of %s with the scope %s what may be said', (state, scope, reason, word) => {
  show({ services: [buildService({ state, scope, reason })] });

  expect(document.querySelector('.evidence summary')?.textContent).toBe(`Signal: ${word}`);
});

it('names the address that each attempt asked', () => {
  show({ services: [asked(buildAttempt({}), buildAttempt({ n: 2, url: 'https://b.example/' }))] });

  const shown = [...document.querySelectorAll('.attempts th code')].map((one) => one.textContent);
  expect(shown).toEqual(['https://signal.example/', 'https://b.example/']);
});

it('keeps what is read from left to right together where a page is read from right to left', () => {
  const target = {
    id: 'signal/web',
    role: 'web',
    kind: 'http',
    url: 'https://a.example/',
  } as const;
  const service = buildService({
    targets: [
      { ...target, state: 'ok', mechanisms: [], retired: false, attempts: [buildAttempt({})] },
    ],
  });

  show({ services: [service] });

  expect(document.querySelector('.attempts th bdi')?.textContent).toBe('signal/web');
  expect(document.querySelector('.waterfall .line bdi')?.textContent).toBe('web');
});

it('leaves unknown values empty', () => {
  const attempts = [buildAttempt({ totalMs: null, bytes: null, httpStatus: null })];
  const target = { id: 'a', role: 'web', kind: 'http', url: 'https://a.example/' } as const;
  const service = buildService({
    targets: [{ ...target, state: 'ok', mechanisms: [], retired: false, attempts }],
  });

  show({ services: [service] });

  const numbers = [...document.querySelectorAll('.attempts td.number')].slice(1);
  expect(numbers.map((cell) => cell.textContent)).toEqual(['', '', '']);
});

it('shows how fast a transfer was', () => {
  const pace = { lastByteMs: 900, bytesPerSecond: 45_000 };
  const target = { id: 'a', role: 'web', kind: 'download', url: 'https://a.example/' } as const;
  const attempts = [buildAttempt({ bytes: 33_792, ...pace })];
  const service = buildService({
    targets: [{ ...target, state: 'ok', mechanisms: [], retired: false, attempts }],
  });

  show({ services: [service] });

  const [row] = document.querySelectorAll('.attempts tbody tr');
  expect(row?.lastElementChild?.textContent).toMatch(/^33,792\s*45,000 a second$/);
});

it('marks a retired target', () => {
  const target = { id: 'a', role: 'web', kind: 'http', url: 'https://a.example/' } as const;
  const attempts = [buildAttempt({ ok: false, httpStatus: 503 })];
  const seen = { ...target, state: 'down' as const, mechanisms: [], attempts };
  const targets = [
    { ...seen, retired: true },
    { ...seen, id: 'b', retired: false },
  ];

  show({ services: [buildService({ targets })] });

  const rows = [...document.querySelectorAll('.attempts tbody tr')].map((row) => row.textContent);
  expect(rows[0]).toContain('Retired');
  expect(rows[1]).not.toContain('Retired');
});

it('draws nothing where the clock was set during the check, and keeps the table', () => {
  show({ services: [asked(buildAttempt({ startedAt: '2020-01-01T00:00:00.000Z' }))] });

  expect(document.body.textContent).toContain('The clock was set during this check');
  expect(document.querySelector('.waterfall')).toBeNull();
  expect(document.querySelectorAll('.attempts tbody tr').length).toBe(1);
});
