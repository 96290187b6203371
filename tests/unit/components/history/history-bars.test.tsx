// @vitest-environment happy-dom
import '../../../helpers/loaded-texts.ts';
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HistoryBars } from '../../../../components/history/HistoryBars.tsx';
import { TextProvider } from '../../../../components/text/TextProvider.tsx';
import type { Bar, ServiceCheck } from '../../../../lib/model/bar.ts';
import type { Rollup } from '../../../../lib/model/rollup.ts';
import type { RoutingVerdict } from '../../../../lib/model/route.ts';
import type { ServiceChoice } from '../../../../lib/settings/wanted-services.ts';
import { noHistory } from '../../../helpers/no-history.ts';
import { buildBars } from '../../view/build-bars.ts';

const names: Record<string, string> = { signal: 'Signal', viber: 'Viber', old: 'Old' };
const check: ServiceCheck = {
  roundId: 'round-7',
  number: 7,
  startedAt: '2026-03-01T01:15:00.000Z',
  state: 'blocked',
  scope: 'service',
  roundState: 'blocked',
  mechanisms: [],
};

const byDetour: ServiceCheck = { ...check, roundId: 'round-8', number: 8, state: 'ok' };

function show(
  bars: Bar[],
  showRouting = true,
  only?: string,
  choices: ServiceChoice[] = [],
  version = 1,
  checks = [check, byDetour],
) {
  const queries = {
    ...noHistory,
    readBars: async () => bars,
    readChecks: async (_bar: unknown, _service: string, route: RoutingVerdict | null) =>
      checks.filter((one) => route === null || (one === check) === (route === 'direct')),
  };
  render(
    <TextProvider language="en">
      <HistoryBars
        services={[
          { id: 'signal', name: 'Signal' },
          { id: 'viber', name: 'Viber' },
        ]}
        only={only}
        choices={choices}
        nameOf={(id) => names[id] ?? id}
        hour={0}
        {...{ queries, showRouting, version }}
      />
    </TextProvider>,
    document.body,
  );
}

beforeEach(() => {
  render(null, document.body);
});

afterEach(() => vi.unstubAllEnvs());

const plots = () => [...document.querySelectorAll('[role=slider]')] as HTMLElement[];
const said = (row: number) => plots()[row]?.getAttribute('aria-valuetext') ?? null;
const details = () => document.querySelector('.bar-details')?.textContent ?? '';

function press(key: string) {
  plots()[0]?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}

const viber = (part: Partial<Rollup>) => ({ service: 'viber', ...part });

it('has a row for each service, also for those that are not checked any more', async () => {
  show(buildBars([{ states: { ok: 3, blocked: 1 } }, { service: 'old', states: { blocked: 1 } }]));

  await expect.poll(() => plots()).toHaveLength(3);
  const rows = [...document.querySelectorAll('.bar-rows li')].map((row) => row.textContent);
  expect(rows).toEqual(['SignalOpened in 75%', 'ViberOpened in —', 'OldOpened in 0%']);
});

it('says that not all of a thousand checks got through where one did not', async () => {
  show(
    buildBars([{ states: { ok: 999, blocked: 1 } }, viber({ states: { ok: 1, blocked: 999 } })]),
  );

  await expect.poll(() => plots()).toHaveLength(2);
  const rows = [...document.querySelectorAll('.bar-rows li')].map((row) => row.textContent);
  expect(rows).toEqual(['SignalOpened in 99%', 'ViberOpened in 1%']);
});

it('says each bar in words as arrow keys reach it, a gap too', async () => {
  show(buildBars([{ states: { ok: 2, likely_blocked: 1 } }], [{}, viber({})], [viber({})]));
  await expect.poll(() => said(0)).toMatch(/: No checks$/);

  press('ArrowLeft');
  await expect.poll(() => said(0)).toMatch(/: Opens \(1\)$/);
  press('Home');
  await expect.poll(() => said(0)).toMatch(/: Opens \(2\); Does not open \(1\)$/);
  expect(details()).toMatch(/^Signal /);
  press('ArrowDown');
  await expect.poll(() => document.activeElement).toBe(plots()[1]);

  expect(details()).toMatch(/^Viber .*: No checks$/);
  expect(plots().map(({ tabIndex }) => tabIndex)).toEqual([-1, 0]);
});

it('says of no service that it was blocked while only part of the internet worked', async () => {
  const roles = { media: { states: { ok: 1, network: 1 }, tries: 2, failures: 1 } };
  show(buildBars([{ states: { network: 3, likely_blocked: 1 }, roles }]), true, 'signal');
  const words = 'Does not open: only part of the internet works (3); Does not open (1)';
  await expect.poll(() => said(0)).toContain(`: ${words}`);
  const legend = [...document.querySelectorAll('.legend li')].map((one) => one.textContent);

  unfoldTable();

  await expect.poll(() => tableRows('times').map(cellsOf)[0]?.[0]).toBe(words);
  expect(tableRows('times').map(cellsOf)[0]?.at(-1)).toBe(
    'gets through (1); does not open: only part of the internet works (1)',
  );
  expect(legend).toContain('Does not open: only part of the internet works');
  expect(document.querySelectorAll('.legend .network')).toHaveLength(1);
  expect(document.querySelectorAll('.plot .network')).toHaveLength(2);
});

it('says of a check of that time what its bar says', async () => {
  const shut: ServiceCheck = { ...check, state: 'likely_blocked', scope: 'network' };
  show(buildBars([{ states: { network: 1, likely_blocked: 1 } }]), true, undefined, [], 1, [
    shut,
    { ...shut, number: 8, scope: 'service' },
  ]);
  await expect.poll(() => plots()).toHaveLength(2);

  press('End');

  const links = () =>
    [...document.querySelectorAll('.checks .visually-hidden')].map((one) => one.textContent);
  await expect
    .poll(links)
    .toEqual([' Does not open: only part of the internet works', ' Does not open']);
});

it('says how it was blocked in each time, for a service alone', async () => {
  const bars = buildBars(
    [{ states: { blocked: 2 }, mechanisms: { 'tls.reset|tcp.reset': 2 } }],
    [{ mechanisms: {} }],
  );
  show(bars, true, 'signal');
  await expect.poll(() => said(0)).toMatch(/: Opens \(1\)$/);

  press('Home');

  const words = /: Blocked \(2\)\. Technical label: tls\.reset, tcp\.reset \(2\)/;
  await expect.poll(() => said(0)).toMatch(words);
  expect(details()).toMatch(words);
  show(bars);
  await expect.poll(() => plots()).toHaveLength(2);
  press('Home');
  await expect.poll(() => said(0)).toMatch(/: Blocked \(2\)$/);
});

it('shows what got through of a service alone, each use in a row, in words and in the table', async () => {
  const messages = { states: { blocked: 2 }, mechanisms: { reset: 2 }, tries: 6, failures: 6 };
  const media = { states: { ok: 1, blocked: 1 }, tries: 2, failures: 1 };
  show(buildBars([{ states: { blocked: 2 }, roles: { media, messages } }], [{}]), true, 'signal');
  await expect.poll(() => plots()).toHaveLength(3);

  press('Home');
  await expect.poll(() => said(0)).toMatch(/: Blocked \(2\)$/);
  press('ArrowDown');

  const rows = [...document.querySelectorAll('.bar-rows li')].map((row) => row.textContent);
  expect(rows).toEqual([
    'Opened in 33%',
    'MessagesOpened in 0%',
    'Pictures and filesOpened in 50%',
  ]);
  await expect.poll(details).toMatch(/^Messages .*: blocked \(2\)\. Technical label: reset \(2\)$/);
  expect(document.querySelector('.checks')).toBeNull();
  expect(document.querySelector('.bar-rows a')).toBeNull();
  unfoldTable();
  await expect.poll(() => document.querySelectorAll('.times tbody tr')).toHaveLength(2);
  const rowsOfTable = [...document.querySelectorAll('.times tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].slice(-2).map(({ textContent }) => textContent),
  );
  const heads = [...document.querySelectorAll('.times thead th')].slice(-2);
  expect(heads.map(({ textContent }) => textContent)).toEqual(['Messages', 'Pictures and files']);
  expect(rowsOfTable).toEqual([
    ['No checks', 'No checks'],
    ['blocked (2)', 'gets through (1); blocked (1)'],
  ]);
});

it('lists the checks of the chosen bar, which lead to their pages', async () => {
  show(buildBars([], [{ states: { blocked: 1 } }]));
  await expect.poll(() => plots()).toHaveLength(2);

  press('End');

  const links = () => [...document.querySelectorAll<HTMLAnchorElement>('.checks a')];
  await expect.poll(links).toHaveLength(2);
  expect(links()[0]?.getAttribute('href')).toBe('#round/round-7');
  expect(links()[0]?.textContent).toContain('Blocked');
});

it('dates checks of a day of UTC that lie on another by the clock, as the timeline does', async () => {
  vi.stubEnv('TZ', 'America/New_York');
  show(buildBars([{ states: { blocked: 1 } }]));
  await expect.poll(() => plots()).toHaveLength(2);
  const spans = [...document.querySelectorAll<HTMLButtonElement>('button')];
  spans.find(({ textContent }) => textContent === '30 days')?.click();
  await expect.poll(() => said(0)).toMatch(/^Mar 1, 2026, UTC: /);

  press('End');

  const times = () => [...document.querySelectorAll('.checks time')].map((one) => one.textContent);
  await expect.poll(times).toHaveLength(2);
  expect(times()[0]).toMatch(/^Feb 28, 2026, 8:15\sPM$/);
});

const twoWays = () =>
  buildBars([{ states: { blocked: 2 } }, { route: 'vpn_likely', states: { ok: 1 } }]);
const buttons = () => [...document.querySelectorAll<HTMLButtonElement>('.route-filter button')];

it('keeps to the chosen bar as an hour ends, until it is no longer among those shown', async () => {
  const bars = (blocked: number) =>
    buildBars(
      [{ states: { ok: 2 } }],
      [{ states: { blocked } }],
      [{ states: { down: 4 } }],
      [{ states: { impaired: 5 } }],
    );
  show(bars(3).slice(0, 3));
  await expect.poll(() => said(0)).not.toBeNull();
  press('Home');
  await expect.poll(() => details()).toMatch(/: Opens \(2\)/);
  press('ArrowRight');
  await expect.poll(() => details()).toMatch(/: Blocked \(3\)/);

  show(bars(6).slice(1), true, undefined, [], 2);
  await expect.poll(() => details()).toMatch(/: Blocked \(6\)/);

  show(bars(6).slice(2), true, undefined, [], 3);
  await expect.poll(() => details()).not.toMatch(/Blocked/);
});

it('filters by route', async () => {
  show(twoWays());
  await expect.poll(buttons).toHaveLength(3);
  const labels = buttons().map(({ textContent }) => textContent);

  buttons()[2]?.click();
  await expect.poll(() => said(0)).toMatch(/: Opens \(1\)$/);
  const pressed = buttons().map((button) => button.getAttribute('aria-pressed'));
  buttons()[0]?.click();

  await expect.poll(() => said(0)).toMatch(/: Blocked \(2\); Opens \(1\)$/);
  expect(labels).toEqual(['All (3)', 'Through your provider (2)', 'Not through your provider (1)']);
  expect(pressed).toEqual(['false', 'false', 'true']);
});

it('offers no filter where there is only one route or the route is hidden', async () => {
  show(buildBars([{}]));
  await expect.poll(() => plots()).toHaveLength(2);
  const alone = buttons().length;
  show(twoWays(), false);

  await expect.poll(() => said(0)).toMatch(/: Blocked \(2\); Opens \(1\)$/);
  expect([alone, buttons().length]).toEqual([0, 0]);
});

function unfoldTable() {
  const table = document.querySelector('details') as HTMLDetailsElement;
  table.open = true;
  table.dispatchEvent(new Event('toggle'));
}

const tableRows = (name: string) => [...document.querySelectorAll(`.${name} tbody tr`)];
const cellsOf = (row: Element) => [...row.querySelectorAll('td')].map((one) => one.textContent);

it('has a table of the same for all services, without times that have no check', async () => {
  const mixed = { states: { ok: 1, blocked: 2 } };
  show(buildBars([{}], [], [mixed, viber({})]));
  await expect.poll(() => plots()).toHaveLength(2);

  unfoldTable();

  await expect.poll(() => tableRows('all-times')).toHaveLength(2);
  const heads = [...document.querySelectorAll('.all-times thead th')];
  expect(heads.map(({ textContent }) => textContent)).toEqual(['Time', 'Signal', 'Viber']);
  expect(tableRows('all-times').map(cellsOf)).toEqual([
    ['Opens (1); Blocked (2)', 'Opens (1)'],
    ['Opens (1)', 'No checks'],
  ]);
});

it('has in its table what the filter by route leaves', async () => {
  show(twoWays());
  await expect.poll(buttons).toHaveLength(3);
  unfoldTable();
  await expect.poll(() => tableRows('all-times')).toHaveLength(1);

  buttons()[2]?.click();

  await expect
    .poll(() => tableRows('all-times').map(cellsOf))
    .toEqual([['Opens (1)', 'No checks']]);
});

it('lists the checks that the filter by route leaves', async () => {
  show(twoWays());
  await expect.poll(buttons).toHaveLength(3);
  press('End');
  const links = () =>
    [...document.querySelectorAll('.checks a')].map((one) => one.getAttribute('href'));
  await expect.poll(links).toEqual(['#round/round-7', '#round/round-8']);

  buttons()[2]?.click();

  await expect.poll(links).toEqual(['#round/round-8']);
});

it('has in the table of a service alone what the filter by route leaves', async () => {
  show(
    buildBars([
      { states: { blocked: 2 }, tries: 8, failures: 8 },
      { route: 'vpn_likely', states: { ok: 1 }, tries: 4, failures: 1 },
    ]),
    true,
    'signal',
  );
  await expect.poll(buttons).toHaveLength(3);
  unfoldTable();

  buttons()[2]?.click();

  await expect
    .poll(() => tableRows('times').map(cellsOf))
    .toEqual([['Opens (1)', '1 of 4 failed', '', '', '']]);
});

it('has a table of the same for a service alone', async () => {
  const times = { 50: 3 };
  show(
    buildBars([{ tries: 4, failures: 1, times }], [], [{ mechanisms: { 'a|b': 2 } }]),
    false,
    'signal',
  );
  await expect.poll(() => plots()).toHaveLength(1);

  unfoldTable();

  await expect.poll(() => tableRows('times')).toHaveLength(2);
  expect(tableRows('times').map(cellsOf)).toEqual([
    ['Opens (1)', '0 of 1 failed', '', '', 'a, b (2)'],
    ['Opens (1)', '1 of 4 failed', '117 ms', '117 ms', ''],
  ]);
});

const comparison = () =>
  [...document.querySelectorAll('.home-comparison li')].map(({ textContent }) => textContent);

it('compares services at home with the others in words and numbers', async () => {
  const choices: ServiceChoice[] = [
    { id: 'signal', name: 'Signal', enabledByDefault: true },
    { id: 'viber', name: 'Viber', enabledByDefault: true, atHome: true },
  ];
  show(buildBars([{ states: { ok: 1, blocked: 3 } }, viber({})]), true, undefined, choices);

  await expect
    .poll(comparison)
    .toEqual([
      'Viber opened in 100% of results: 1 of 1',
      'Signal opened in 25% of results: 1 of 4',
    ]);
  const widths = [...document.querySelectorAll<HTMLElement>('.share-bar > div')];
  expect(widths.map(({ style }) => style.inlineSize)).toEqual(['100%', '25%']);
});

it('compares nothing over a span that does not know the way of each check', async () => {
  const choices: ServiceChoice[] = [
    { id: 'signal', name: 'Signal', enabledByDefault: true },
    { id: 'viber', name: 'Viber', enabledByDefault: true, atHome: true },
  ];
  show(buildBars([{}, viber({})]), true, undefined, choices);
  await expect.poll(comparison).toHaveLength(2);

  const spans = [...document.querySelectorAll<HTMLButtonElement>('button')];
  spans.find(({ textContent }) => textContent === '30 days')?.click();

  await expect.poll(comparison).toEqual([]);
  expect(plots()).toHaveLength(2);
});

it('compares nothing where no service is at home', async () => {
  show(twoWays(), true, undefined, [{ id: 'signal', name: 'Signal', enabledByDefault: true }]);

  await expect.poll(() => plots()).toHaveLength(2);
  expect(comparison()).toEqual([]);
});
