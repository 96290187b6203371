// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DashboardView, type DashboardViewProps } from '../../../components/DashboardView.tsx';
import type { Round } from '../../../lib/model/round.ts';
import type { RoutingVerdict } from '../../../lib/model/route.ts';
import { defaultRoutingSettings } from '../../../lib/routing/settings.ts';
import type { Address } from '../../../lib/view/address.ts';
import { aSignal } from '../../helpers/rounds.ts';
import { someSettings } from '../../helpers/settings.ts';
import { buildRound, buildService } from '../view/build-round.ts';

function nothing() {}

const overview = signal<Address>({ page: 'overview' });
const noHistory = { readRound: async () => null };

function show(rounds: Round[], part: Partial<DashboardViewProps> = {}) {
  render(
    <DashboardView
      address={overview}
      queries={noHistory}
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
afterEach(() => {
  vi.restoreAllMocks();
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

it('shows no history before the first check', () => {
  show([]);

  expect(document.querySelector('table')).toBeNull();
  expect(document.querySelector('.headline')?.textContent).toBe('Not checked yet');
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

function link(name: string): HTMLAnchorElement | undefined {
  return [...document.querySelectorAll<HTMLAnchorElement>('nav a')].find(
    ({ textContent }) => textContent === name,
  );
}

it('shows the page that the address names, from its heading on', async () => {
  const address = signal<Address>({ page: 'overview' });
  show([roundAt('12:00')], { address });
  const isLeftAlone = document.activeElement === document.body;

  address.value = { page: 'settings' };

  const heading = () => document.querySelector('h1');
  await expect.poll(() => heading()?.textContent).toBe('Settings');
  expect(isLeftAlone).toBe(true);
  expect(document.activeElement).toBe(heading());
  await expect.poll(() => document.title).toBe('Settings · Dozvon');
  expect(link('Settings')?.getAttribute('aria-current')).toBe('page');
  expect(link('Overview')?.getAttribute('aria-current')).toBeNull();
});

it('has a page for each service, with its state in the list of pages', () => {
  const blocked = roundAt('12:00', { services: [buildService({ state: 'blocked' })] });

  show([blocked], { address: signal<Address>({ page: 'service', id: 'signal' }) });

  expect(document.querySelector('h1')?.textContent).toBe('Signal');
  expect(link('Signal: Blocked')?.getAttribute('href')).toBe('#service/signal');
  expect(link('Signal: Blocked')?.getAttribute('aria-current')).toBe('page');
});

it('shows a check that the history has', async () => {
  const old = roundAt('09:00', { id: 'old' });
  const queries = { ...noHistory, readRound: async (id: string) => (id === 'old' ? old : null) };

  show([roundAt('12:00')], { queries, address: signal<Address>({ page: 'round', id: 'old' }) });

  await expect.poll(() => document.querySelectorAll('.evidence')).toHaveLength(1);
  expect(document.querySelector('h1')?.textContent).toMatch(/^Check of .*2026/);
});

it.each([
  ['is gone', async () => null, 'not in the history'],
  ['cannot be read', async () => Promise.reject(new Error('damaged')), 'cannot be read'],
])('says that a check %s', async (_, readRound, text) => {
  vi.spyOn(console, 'error').mockImplementation(nothing);
  const address = signal<Address>({ page: 'round', id: 'old' });

  show([roundAt('12:00')], { queries: { ...noHistory, readRound }, address });

  await expect.poll(() => document.querySelector('main')?.textContent).toContain(text);
});

it('leads back from an address where there is nothing', () => {
  show([], { address: signal<Address>({ page: 'unknown' }) });

  expect(document.querySelector('h1')?.textContent).toBe('No such page');
  expect(document.querySelector('main a')?.getAttribute('href')).toBe('#overview');
});
