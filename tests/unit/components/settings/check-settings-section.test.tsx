// @vitest-environment happy-dom
import '../../../helpers/loaded-texts.ts';
import { render } from 'preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { CheckSettingsSection } from '../../../../components/settings/CheckSettingsSection.tsx';
import { TextProvider } from '../../../../components/text/TextProvider.tsx';
import type { Language } from '../../../../lib/i18n/languages.ts';
import type { CheckSettings } from '../../../../lib/settings/check-settings.ts';
import { someSettings } from '../../../helpers/settings.ts';

const everything = { savesData: true, cellular: true };

interface Shown {
  settings?: Partial<CheckSettings>;
  reportedCosts?: typeof everything;
  language?: Language;
}

function show({ settings, reportedCosts = everything, language = 'en' }: Shown = {}) {
  const onChange = vi.fn();
  render(
    <TextProvider language={language}>
      <CheckSettingsSection settings={someSettings(settings)} {...{ reportedCosts, onChange }} />
    </TextProvider>,
    document.body,
  );
  return onChange;
}

const boxes = () => [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
const labelOf = (box: HTMLInputElement) => box.parentElement?.textContent?.trim();

beforeEach(() => {
  render(null, document.body);
});

it('changes one thing with each tick', () => {
  const onChange = show();

  for (const box of boxes()) box.click();

  expect(onChange.mock.calls).toEqual([
    [{ onNetworkChange: false }],
    [{ watchRoute: true }],
    [{ askThroughDetour: true }],
    [{ notWhileSavingData: true }],
    [{ notOnCellular: true }],
  ]);
});

it.each([
  ['en', ['every 5 minutes', 'every 30 minutes', 'every hour', 'every 3 hours']],
  ['ru', ['раз в 5 минут', 'раз в 30 минут', 'раз в час', 'раз в 3 часа']],
] as const)('names the intervals in %s, and the choice of none', (language, named) => {
  const onChange = show({ language });
  const select = document.querySelector('select') as HTMLSelectElement;
  const names = [...select.options].map(({ text }) => text);

  const before = select.value;
  select.selectedIndex = names.indexOf(named[3]);
  select.dispatchEvent(new Event('change', { bubbles: true }));
  select.selectedIndex = names.length - 1;
  select.dispatchEvent(new Event('change', { bubbles: true }));

  expect(before).toBe('15');
  expect(names).toHaveLength(6);
  expect(names).toEqual(expect.arrayContaining([...named]));
  expect(onChange.mock.calls).toEqual([[{ everyMinutes: 180 }], [{ everyMinutes: null }]]);
});

it.each([
  [
    { savesData: true, cellular: false },
    'No automatic checks while the browser is set to save data',
  ],
  [{ savesData: false, cellular: true }, 'No automatic checks on a mobile network'],
])('offers only what the browser reports: %j', (reportedCosts, offered) => {
  show({ reportedCosts });

  const offers = boxes()
    .map(labelOf)
    .filter((label) => label?.startsWith('No automatic'));

  expect(offers).toEqual([offered]);
});

it('offers nothing of automatic checks where there are none', () => {
  show({ settings: { everyMinutes: null } });

  const disabled = [true, true, false, true, true];
  expect(boxes().map((box) => box.disabled)).toEqual(disabled);
});
