// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, it } from 'vitest';
import { DashboardView, type DashboardViewProps } from '../../../components/DashboardView.tsx';
import type { Round } from '../../../lib/model/round.ts';
import type { RoutingVerdict } from '../../../lib/model/route.ts';
import { defaultRoutingSettings } from '../../../lib/routing/settings.ts';
import { aSignal } from '../../helpers/rounds.ts';
import { someSettings } from '../../helpers/settings.ts';
import { buildAttempt, buildRound, buildService } from '../view/build-round.ts';

function nothing() {}

function show(rounds: Round[], part: Partial<DashboardViewProps> = {}) {
  render(
    <DashboardView
      rounds={rounds}
      route={null}
      progress={null}
      nextCheckAt={null}
      now={new Date('2026-03-01T12:20:00.000Z')}
      language="en"
      checkSettings={someSettings()}
      services={[]}
      reportedCosts={{ savesData: false, cellular: false }}
      routingSettings={defaultRoutingSettings}
      isRoutePermitted
      isResearchBuild={false}
      setAside={[]}
      error={null}
      onSaveSetAside={nothing}
      onDeleteSetAside={nothing}
      onAgree={nothing}
      onAddService={nothing}
      onRemoveService={nothing}
      onTryService={async () => null}
      catalog={null}
      onPreviewCatalog={async () => null}
      onUseCatalog={async () => 'failed'}
      onBuiltInCatalog={nothing}
      onLookAtRoute={nothing}
      onPause={nothing}
      onResume={nothing}
      onCheckSettings={nothing}
      onCheck={nothing}
      onCancel={nothing}
      exporting={null}
      onExport={nothing}
      onCancelExport={nothing}
      onLanguage={nothing}
      onRoutingSettings={nothing}
      onDeleteEverything={nothing}
      {...part}
    />,
    document.body,
  );
}

function roundAt(time: string, part: Partial<Round> = {}) {
  const at = `2026-03-01T${time}:00.000Z`;
  return buildRound({ id: time, startedAt: at, finishedAt: at, ...part });
}

beforeEach(() => {
  render(null, document.body);
});

it('has a cell for each round, with the state in words', () => {
  const blocked = roundAt('12:15', { services: [buildService({ state: 'blocked' })] });

  show([blocked, roundAt('12:00')]);

  const cells = [...document.querySelectorAll('.history td')].map((cell) => cell.textContent);
  expect(cells).toEqual([expect.stringContaining('Opens'), expect.stringContaining('Blocked')]);
});

it('shows a time without checks as a gap', () => {
  show([roundAt('18:00'), roundAt('12:00')]);

  expect(document.querySelectorAll('.history td.gap svg')).toHaveLength(0);
  expect(document.querySelectorAll('.history td.gap')).toHaveLength(1);
});

it('shows every attempt of the latest round under a caption', () => {
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
  const target = {
    id: 'signal/web',
    role: 'web',
    kind: 'http',
    url: 'https://signal.example/',
    state: 'ok',
    mechanisms: [],
    retired: false,
    attempts,
  } as const;
  const service = buildService({
    targets: [{ ...target, mechanisms: [], retired: false, attempts }],
  });

  show([roundAt('12:00', { services: [service] })]);

  const rows = [...document.querySelectorAll('.attempts tbody tr')].map((row) => row.textContent);
  expect(document.querySelector('.attempts caption')?.textContent).toContain('Signal');
  expect(rows[0]).toMatch(/Failed.*connection_reset.*net::ERR_CONNECTION_RESET/);
  expect(rows[1]).toMatch(/Got through.*200.*120 ms/);
});

it('leaves unknown values empty', () => {
  const attempts = [buildAttempt({ totalMs: null, bytes: null, httpStatus: null })];
  const target = { id: 'a', role: 'web', kind: 'http', url: 'https://a.example/' } as const;
  const service = buildService({
    targets: [{ ...target, state: 'ok', mechanisms: [], retired: false, attempts }],
  });

  show([roundAt('12:00', { services: [service] })]);

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

  show([roundAt('12:00', { services: [service] })]);

  const [row] = document.querySelectorAll('.attempts tbody tr');
  expect(row?.lastElementChild?.textContent).toMatch(/^33,792\s*45,000 a second$/);
});

it('shows neither history nor evidence before the first check', () => {
  show([]);

  expect(document.querySelector('table')).toBeNull();
  expect(document.querySelector('.headline')?.textContent).toBe('Not checked yet');
});

it('marks a retired target', () => {
  const target = { id: 'a', role: 'web', kind: 'http', url: 'https://a.example/' } as const;
  const attempts = [buildAttempt({ ok: false, httpStatus: 503 })];
  const seen = { ...target, state: 'down' as const, mechanisms: [], attempts };
  const targets = [
    { ...seen, retired: true },
    { ...seen, id: 'b', retired: false },
  ];

  show([roundAt('12:00', { services: [buildService({ targets })] })]);

  const rows = [...document.querySelectorAll('.attempts tbody tr')].map((row) => row.textContent);
  expect(rows[0]).toContain('Retired');
  expect(rows[1]).not.toContain('Retired');
});

function went(verdict: RoutingVerdict): Pick<Round, 'routing'> {
  return { routing: { verdict, confidence: 'medium', signals: [aSignal()] } };
}

const twoWays = () => [
  roundAt('12:30', went('vpn_likely')),
  roundAt('12:15'),
  roundAt('12:00', { ...went('direct'), services: [buildService({ state: 'blocked' })] }),
];

function buttons(): HTMLButtonElement[] {
  return [...document.querySelectorAll<HTMLButtonElement>('.route-filter button')];
}

function moments(): number {
  return document.querySelectorAll('.history .moment').length;
}

it('filters the checks by route', async () => {
  show(twoWays());
  const before = moments();

  const names = buttons().map((button) => button.textContent);
  buttons()[1]?.click();
  await expect.poll(moments).toBe(2);
  const pressed = buttons().map((button) => button.getAttribute('aria-pressed'));
  buttons()[0]?.click();
  await expect.poll(moments).toBe(3);

  expect(before).toBe(3);
  expect(names).toEqual(['All (3)', 'Directly (2)', 'Another way (1)']);
  expect(pressed).toEqual(['false', 'true', 'false']);
});

it('shows both routes side by side, in words and with the time', () => {
  show(twoWays());

  const rows = [...document.querySelectorAll('.pairs tbody tr')].map((row) => row.textContent);
  expect(rows).toEqual([expect.stringMatching(/^SignalOpens.*Opens/)]);
  expect(document.querySelectorAll('.pairs time')).toHaveLength(2);
});

it('offers no filter where there is only one route or the route is hidden', () => {
  show([roundAt('12:00', went('direct'))]);
  const alone = document.querySelectorAll('.route-filter, .pairs').length;
  show(twoWays(), {
    routingSettings: { ...defaultRoutingSettings, showRouting: false },
  });

  expect(alone).toBe(0);
  expect(document.querySelectorAll('.route-filter, .pairs')).toHaveLength(0);
  expect(moments()).toBe(3);
});
