// @vitest-environment happy-dom
import '../../helpers/loaded-texts.ts';
import { render } from 'preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { TextProvider } from '../../../components/TextProvider.tsx';
import { TimelinePage } from '../../../components/TimelinePage.tsx';
import { eventsAtHome } from '../../../lib/catalog/events/index.ts';
import type { HistoryQueries } from '../../../lib/view/history-queries.ts';
import { noHistory } from '../../helpers/no-history.ts';

const names: Record<string, string> = { signal: 'Signal', telegram: 'Telegram' };

function show(part: Partial<HistoryQueries>, homeCountry: string | null = 'TR') {
  const readEvents = async (country: string | null) => eventsAtHome(country);
  render(
    <TextProvider language="en">
      <TimelinePage
        services={Object.entries(names).map(([id, name]) => ({ id, name }))}
        nameOf={(id) => names[id] ?? id}
        queries={{ ...noHistory, readEvents, ...part }}
        homeCountry={homeCountry}
        version={1}
      />
    </TextProvider>,
    document.body,
  );
}

beforeEach(() => {
  render(null, document.body);
});

const days = () => [...document.querySelectorAll('.timeline > li')].map((one) => one.textContent);
const untilShown = () => vi.waitFor(() => expect(days()).not.toEqual([]));

it('shows the events of the stated country with their sources, which it does not link to', async () => {
  show({});
  await untilShown();

  expect(days()[1]).toMatch(/^September 8, 2025.*WhatsApp and Signal slow.*ooni\.org\/post/);
  expect(document.body.textContent).toContain('this country: Türkiye');
  expect(document.querySelectorAll('a[href^=http]').length).toBe(0);
});

it('says that no country is known, and where the checks begin', async () => {
  show({ readFirstCheck: async () => '2026-03-01T08:00:00.000Z' }, null);
  await untilShown();

  expect(document.body.textContent).toContain('Which country is yours is not known');
  expect(days()[1]).toMatch(/^March 1, 2026.*checks of this browser begin here/);
});

it('shows one messenger alone', async () => {
  const readChanges = vi.fn(async () => []);
  show({ readChanges });
  await untilShown();

  const [select] = document.querySelectorAll('select');
  if (select) select.value = 'signal';
  select?.dispatchEvent(new Event('change', { bubbles: true }));

  await vi.waitFor(() => expect(readChanges).toHaveBeenLastCalledWith(50, 'signal'));
  await vi.waitFor(() => expect(days().length).toBe(2));
});

it('says where there is nothing to show', async () => {
  show({});
  await untilShown();

  const [, events] = document.querySelectorAll<HTMLInputElement>('input[type=checkbox]');
  events?.click();

  await vi.waitFor(() => expect(days()).toEqual([]));
  expect(document.body.textContent).toContain('There is nothing to show.');
});
