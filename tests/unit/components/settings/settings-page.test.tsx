// @vitest-environment happy-dom
import '../../../helpers/loaded-texts.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SettingsPage } from '../../../../components/settings/SettingsPage.tsx';
import { TextProvider } from '../../../../components/text/TextProvider.tsx';
import type { Language } from '../../../../lib/i18n/languages.ts';
import { defaultRoutingSettings } from '../../../../lib/routing/settings.ts';
import type { CheckSettings } from '../../../../lib/settings/check-settings.ts';
import { noHistory } from '../../../helpers/no-history.ts';
import { someSettings } from '../../../helpers/settings.ts';

const services = ['Signal', 'Viber', 'Max'].map((name) => ({
  id: name.toLowerCase(),
  name,
  enabledByDefault: true,
}));

interface Shown {
  /** Whether a reset succeeds. */
  isReset?: boolean;
  settings?: Partial<CheckSettings>;
  language?: Language;
}

function show({ settings, language = 'en', isReset = true }: Shown = {}) {
  const onCheckSettings = vi.fn();
  const onResetSettings = vi.fn(async () => isReset);
  const onLanguage = vi.fn();
  const nothing = () => undefined;
  render(
    <TextProvider language={language}>
      <SettingsPage
        checkSettings={someSettings(settings)}
        {...{ services, onCheckSettings, onResetSettings, onLanguage }}
        routingSettings={defaultRoutingSettings}
        isRoutePermitted
        onRoutingSettings={nothing}
        onLookAtRoute={nothing}
        reportedCosts={{ savesData: false, cellular: false }}
        onAddService={nothing}
        onRemoveService={nothing}
        onTryService={async () => null}
        catalog={null}
        onPreviewCatalog={async () => null}
        onUseCatalog={async () => 'failed'}
        onBuiltInCatalog={nothing}
        rounds={[]}
        queries={{ ...noHistory }}
        now={new Date()}
        onReadAlerts={nothing}
        onAlertsOn={nothing}
        onAlerts={nothing}
        onReadUpload={nothing}
        onUploadOn={nothing}
        onPermitUpload={nothing}
        onUploadOff={nothing}
        onPreviewUpload={async () => null}
        isDeleting={false}
        onDeletePart={nothing}
        onDeleteEverything={async () => {}}
      />
    </TextProvider>,
    document.body,
  );
  return { onCheckSettings, onResetSettings, onLanguage };
}

/** The control with that label. */
function control(label: string): HTMLInputElement {
  const labels = [...document.querySelectorAll('label')];
  const found = labels.find(({ textContent }) => textContent?.trim() === label)?.control;
  if (!(found instanceof HTMLInputElement)) throw new Error(`nothing is labelled ${label}`);
  return found;
}

beforeEach(() => {
  render(null, document.body);
});

it.each([
  ['Signal', { services: { signal: false } }],
  ['Light', { theme: 'light' }],
  ['Dark', { theme: 'dark' }],
  ['A discreet look', { discreet: true }],
])('changes one thing with %s', (label, change) => {
  const { onCheckSettings } = show();

  control(label).click();

  expect(onCheckSettings.mock.calls).toEqual([[change]]);
});

it('keeps the last service on', () => {
  show({ settings: { services: { viber: false, max: false } } });

  const names = services.map(({ name }) => name);

  expect(names.filter((name) => control(name).disabled)).toEqual(['Signal']);
});

it('has the choice of a language that stands in the header, too', () => {
  const { onLanguage } = show({ language: 'ru' });
  const choice = document.querySelector<HTMLSelectElement>('.settings .language-switch');

  expect(choice?.labels[0]?.textContent).toContain('Язык');
  expect(choice?.value).toBe('ru');
  if (choice) choice.value = 'kk';
  choice?.dispatchEvent(new Event('change', { bubbles: true }));

  expect(onLanguage).toHaveBeenCalledWith('kk');
});

it.each([
  ['en', ['When to check', 'What to check', 'How it looks']],
  ['ru', ['Когда проверять', 'Что проверять', 'Как это выглядит']],
] as const)('has its parts under headings in %s, the theme in use chosen', (language, parts) => {
  show({ language, settings: { theme: 'dark' } });

  const headings = [...document.querySelectorAll('h2')].map(({ textContent }) => textContent);
  expect(headings).toEqual(expect.arrayContaining([...parts]));
  expect(control(language === 'en' ? 'Dark' : 'Тёмная').checked).toBe(true);
});

describe('the order of messengers', () => {
  const button = (name: string) =>
    document.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]`);

  it('is that of the person, and a button moves one of them, with the focus', () => {
    const { onCheckSettings } = show({ settings: { order: ['max'], services: { viber: false } } });
    const names = [...document.querySelectorAll('.service-order li')].map((li) => li.textContent);

    button('Move down: Max')?.click();

    expect(names).toEqual(['Max', 'Signal']);
    expect(onCheckSettings.mock.calls).toEqual([[{ order: ['signal', 'max'] }]]);
    // At the end, where the next click is on the way up.
    expect(document.activeElement).toBe(button('Move up: Signal'));
  });

  it('is said after a move, and ends at the ends', async () => {
    show();

    button('Move up: Max')?.click();

    await expect
      .poll(() => document.querySelector('.service-order [role=status]')?.textContent)
      .toBe('Max: place 2 of 3');
    expect([button('Move up: Signal')?.disabled, button('Move down: Max')?.disabled]).toEqual([
      true,
      true,
    ]);
  });
});

it('does not say that the settings were reset where that failed', async () => {
  const { onResetSettings } = show({ isReset: false });
  const press = (name: string) =>
    [...document.querySelectorAll('button')].find((one) => one.textContent === name)?.click();

  press('Reset the settings');
  await act(() => press('Reset'));

  expect(onResetSettings).toHaveBeenCalledOnce();
  expect(document.body.textContent).not.toContain('are as they were at first');
});

it('resets the settings after one question, which says what stays', async () => {
  const { onResetSettings } = show();
  const press = (name: string) =>
    [...document.querySelectorAll('button')].find((one) => one.textContent === name)?.click();

  press('Reset the settings');
  const dialog = document.querySelector('dialog[open]');
  const asked = onResetSettings.mock.calls.length;
  press('Reset');

  expect(dialog?.textContent).toContain('The history and how long it is kept');
  expect(asked).toBe(0);
  expect(onResetSettings).toHaveBeenCalledOnce();
  await expect.poll(() => document.body.textContent).toContain('are as they were at first');
});
