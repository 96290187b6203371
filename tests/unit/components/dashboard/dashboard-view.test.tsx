// @vitest-environment happy-dom
import '../../../helpers/loaded-texts.ts';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  DashboardView,
  type DashboardViewProps,
} from '../../../../components/dashboard/DashboardView.tsx';
import type { Round } from '../../../../lib/model/round.ts';
import { defaultRoutingSettings } from '../../../../lib/routing/settings.ts';
import { noBackup } from '../../../../lib/view/actions/backup-actions.ts';
import type { Address } from '../../../../lib/view/page/address.ts';
import type { HistoryQueries } from '../../../../lib/view/page/history-queries.ts';
import { noDashboardActions } from '../../../helpers/no-dashboard-actions.ts';
import { noHistory } from '../../../helpers/no-history.ts';
import { anOrganisation, someSettings } from '../../../helpers/settings.ts';
import { aLook, buildRound, buildService, buildSparedRound } from '../../view/build-round.ts';

const overview = signal<Address>({ page: 'overview' });

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
      catalog={null}
      exporting={null}
      backup={noBackup}
      isDeleting={false}
      {...noDashboardActions}
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

it('offers no other language where an organisation has locked that', () => {
  const organisation = anOrganisation({ locked: ['language'] });
  show([], { checkSettings: someSettings({ organisation }) });

  const choice = document.querySelector<HTMLSelectElement>('.language-switch');
  expect(choice?.disabled).toBe(true);
});

it('shows no history before the first check', () => {
  show([]);

  expect(document.querySelector('.history')).toBeNull();
  expect(document.querySelector('.headline')?.textContent).toBe('Not checked yet');
});

it('offers to have the browser permit the sites that it withheld from all checks', () => {
  const onPermitCheck = vi.fn();
  const forbidden = buildService({ state: 'insufficient', reason: 'needs-permission' });
  show([roundAt('12:00', { services: [forbidden] })], { onPermitCheck });
  const buttons = () =>
    [...document.querySelectorAll('button')].filter((one) => one.textContent === 'Allow access');
  const offered = buttons();

  offered[0]?.click();
  show([], { onPermitCheck });

  expect(offered).toHaveLength(1);
  expect(onPermitCheck).toHaveBeenCalledOnce();
  expect(buttons()).toEqual([]);
});

it.each<Address>([{ page: 'overview' }, { page: 'service', id: 'signal' }])(
  'has bars up to now on $page, though no check has ended for hours',
  async (place) => {
    const readBars = vi.fn(noHistory.readBars);
    const shown = { queries: { ...noHistory, readBars }, address: signal(place) };
    const rounds = [roundAt('12:00')];
    show(rounds, shown);
    await expect.poll(() => readBars.mock.calls.length).toBe(1);

    show(rounds, { ...shown, now: new Date('2026-03-01T12:59:00.000Z') });
    show(rounds, { ...shown, now: new Date('2026-03-01T13:00:00.000Z') });

    await expect.poll(() => readBars.mock.calls.length).toBe(2);
  },
);

it('keeps the focus on the page as what is offered goes with its buttons', async () => {
  const offered = { id: 'imo', name: 'imo', enabledByDefault: false, offered: true } as const;
  await act(() => show([roundAt('12:00')], { services: [offered] }));
  document.querySelector<HTMLElement>('.offer button')?.focus();

  show([roundAt('12:00')], {
    services: [{ ...offered, enabledByDefault: true }],
    checkSettings: someSettings({ services: { imo: true } }),
  });

  await expect.poll(() => document.activeElement).toBe(document.querySelector('h1'));
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
  expect(link('Signal Blocked')?.getAttribute('href')).toBe('#service/signal');
  expect(link('Signal Blocked')?.getAttribute('aria-current')).toBe('page');
});

it('says on the page of a service what the last check saw instead', () => {
  const opening = buildService({ state: 'blocked', roundState: 'ok' });
  const address = signal<Address>({ page: 'service', id: 'signal' });

  show([roundAt('12:00', { services: [opening] })], { address });

  expect(document.querySelector('.verdict')?.textContent).toContain(
    'It opened in the last check; another is needed.',
  );
});

it('shows no sign of a block that the last check saw nothing of, neither in the list of pages', () => {
  const services = [buildService({ state: 'blocked', roundState: 'ok', confidence: 'low' })];
  show([roundAt('12:00', { services })], { address: signal({ page: 'service', id: 'signal' }) });

  expect(link('Signal Was blocked')?.innerHTML).toContain('sign-insufficient');
  expect(document.querySelector('.verdict .headline')?.textContent?.trim()).toBe('Was blocked');
  expect(document.querySelector('nav')?.innerHTML).not.toContain('sign-blocked');
  expect(document.querySelector('.verdict .headline')?.innerHTML).not.toContain('sign-blocked');
});

it('says on the page of a service how old its state is', () => {
  const address = signal<Address>({ page: 'service', id: 'signal' });
  show([roundAt('12:00')], { address, now: new Date('2026-03-04T12:20:00.000Z') });

  expect(document.querySelector('.verdict')?.textContent).toContain('Checked 3 days ago');
});

it.each([
  ['not-through-detour', 'Not checked'],
  ['needs-permission', 'Not permitted'],
] as const)('names no time of a check where a service was not asked: %s', (reason, words) => {
  const address = signal<Address>({ page: 'service', id: 'signal' });
  const unasked = buildService({ state: 'insufficient', reason });

  show([roundAt('12:00', { services: [unasked, buildService({ id: 'viber' })] })], { address });

  expect(document.querySelector('.verdict .headline')?.textContent?.trim()).toBe(words);
  expect(document.querySelector('.verdict time')).toBeNull();
  expect(link(`Signal ${words}`)?.getAttribute('href')).toBe('#service/signal');
});

it('shows a check that the history has', async () => {
  const old = roundAt('09:00', { id: 'old' });
  const queries = { ...noHistory, readRound: async (id: string) => (id === 'old' ? old : null) };

  show([roundAt('12:00')], { queries, address: signal<Address>({ page: 'round', id: 'old' }) });

  await expect.poll(() => document.querySelectorAll('.evidence')).toHaveLength(1);
  expect(document.querySelector('h1')?.textContent).toMatch(/^Check of .*2026/);
});

it('gives the browser’s own history no name of a person’s site, and no time of a check', async () => {
  const club = buildService({ id: 'own-1', name: 'Club' });
  const old = roundAt('09:00', { id: 'old', services: [club, buildService()] });
  const queries = { ...noHistory, readRound: async () => old };
  const address = signal<Address>({ page: 'service', id: 'own-1' });
  const title = () => document.title;
  const heading = () => document.querySelector('h1')?.textContent;
  show([old], { queries, address });
  expect(heading()).toBe('Club');
  await expect.poll(title).toBe('Sites of your own · Dozvon');

  address.value = { page: 'round', id: 'old' };
  await expect.poll(heading).toMatch(/^Check of .*2026/);
  await expect.poll(title).toBe('One check · Dozvon');

  address.value = { page: 'service', id: 'signal' };
  await expect.poll(title).toBe('Signal · Dozvon');
});

it('deletes a check after one question', async () => {
  const onDeletePart = vi.fn();
  show([roundAt('12:00')], {
    isDeleting: true,
    onDeletePart,
    address: signal<Address>({ page: 'round', id: '12:00' }),
  });
  const button = (name: string) =>
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  await expect.poll(() => button('Delete this check')).toBeDefined();

  button('Delete this check')?.click();
  expect(onDeletePart).not.toHaveBeenCalled();
  button('Delete')?.click();

  expect(onDeletePart.mock.calls).toEqual([[{ rounds: ['12:00'] }]]);
  expect(document.querySelector('[role=status]')?.textContent).toBe('Deleting…');
});

it.each([
  ['is gone', async () => null, 'not in the history'],
  ['cannot be read', async () => Promise.reject(new Error('damaged')), 'cannot be read'],
])('says that a check %s', async (_, readRound, text) => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const address = signal<Address>({ page: 'round', id: 'old' });

  show([roundAt('12:00')], { queries: { ...noHistory, readRound }, address });

  await expect.poll(() => document.querySelector('main')?.textContent).toContain(text);
});

it('leads back from an address where there is nothing', () => {
  show([], { address: signal<Address>({ page: 'unknown' }) });

  expect(document.querySelector('h1')?.textContent).toBe('No such page');
  expect(document.querySelector('main a')?.getAttribute('href')).toBe('#overview');
});

describe('of a check that did not look at the route, on a detour', () => {
  const main = () => document.querySelector('main')?.textContent ?? '';
  const round = buildSparedRound();
  const route = aLook('vpn_likely');

  it.each(['.headline', '[role=status]'])('tells it on the overview: %s', (place) => {
    show([round], { route });

    expect(document.querySelector(`main ${place}`)?.textContent).toBe(
      'Signal opens, it seems not through your provider',
    );
  });

  it('tells it in the rows of the overview', async () => {
    show([round], { route });
    const row = document.querySelector('main .service details');

    await act(() => {
      row?.toggleAttribute('open', true);
      row?.dispatchEvent(new Event('toggle'));
    });

    expect(row?.textContent).toContain('so this says nothing about its network');
  });

  it('tells it on the page of a service', () => {
    const address = signal<Address>({ page: 'service', id: 'signal' });

    show([round], { address, route });

    expect(main()).toContain('so this says nothing about its network');
  });

  it('makes no card, though the route is not to be shown', async () => {
    const address = signal<Address>({ page: 'share' });
    const routingSettings = { ...defaultRoutingSettings, showRouting: false };

    show([roundAt('12:00')], { address, route, routingSettings });

    await expect.poll(main).toContain('There is no card now');
  });
});

it('compares both ways where they differ, unless the route is hidden', async () => {
  const atMs = Date.parse('2026-03-01T12:00:00.000Z');
  const queries: HistoryQueries = {
    ...noHistory,
    readSeenStates: async () => [
      { service: 'signal', state: 'blocked', scope: 'service', route: 'direct', atMs },
      { service: 'signal', state: 'ok', scope: 'service', route: 'vpn_likely', atMs },
    ],
  };
  const rows = () =>
    [...document.querySelectorAll('.pairs tbody tr')].map((row) => row.textContent);

  show([roundAt('12:00')], { queries });
  await expect.poll(rows).toEqual([expect.stringMatching(/^SignalBlocked.*Opens/)]);
  show([roundAt('12:00')], {
    queries,
    routingSettings: { ...defaultRoutingSettings, showRouting: false },
  });

  await expect.poll(rows).toEqual([]);
});

it('compares with a network that is shut without calling a service blocked', async () => {
  const atMs = Date.parse('2026-03-01T12:00:00.000Z');
  const queries: HistoryQueries = {
    ...noHistory,
    readSeenStates: async () => [
      { service: 'signal', state: 'likely_blocked', scope: 'network', route: 'direct', atMs },
      { service: 'signal', state: 'ok', scope: 'service', route: 'vpn_likely', atMs },
    ],
  };

  show([roundAt('12:00')], { queries });

  const rows = () =>
    [...document.querySelectorAll('.pairs tbody tr')].map((row) => row.textContent);
  await expect.poll(rows).toEqual([expect.stringMatching(/^SignalDoes not open.*Opens/)]);
});

it('leads the keyboard past the list of pages', () => {
  show([roundAt('12:00')]);
  const skip = document.querySelector('a');

  skip?.click();

  expect(skip?.textContent).toBe('To the content of the page');
  expect(document.activeElement).toBe(document.querySelector('main'));
});
