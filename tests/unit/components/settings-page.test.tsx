// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { SettingsPage } from '../../../components/SettingsPage.tsx';
import { TextProvider } from '../../../components/TextProvider.tsx';
import type { Language } from '../../../lib/i18n/languages.ts';
import { defaultRoutingSettings } from '../../../lib/routing/settings.ts';
import type { CheckSettings } from '../../../lib/settings/check-settings.ts';
import { someSettings } from '../../helpers/settings.ts';

const services = ['Signal', 'Viber', 'Max'].map((name) => ({
  id: name.toLowerCase(),
  name,
  enabledByDefault: true,
}));

interface Shown {
  settings?: Partial<CheckSettings>;
  language?: Language;
}

function show({ settings, language = 'en' }: Shown = {}) {
  const onCheckSettings = vi.fn();
  const nothing = () => undefined;
  render(
    <TextProvider language={language}>
      <SettingsPage
        checkSettings={someSettings(settings)}
        {...{ services, onCheckSettings }}
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
        queries={{ ...noQueries }}
        isDeleting={false}
        onDeletePart={nothing}
        onDeleteEverything={nothing}
      />
    </TextProvider>,
    document.body,
  );
  return { onCheckSettings };
}

const noQueries = {
  readBars: async () => [],
  readChanges: async () => [],
  readChecks: async () => [],
  readSeenStates: async () => [],
  readKnownServices: async () => [],
  readRound: async () => null,
  countRounds: async () => 0,
  readServices: async () => [],
};

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

it.each([
  ['en', ['When to check', 'What to check', 'How it looks']],
  ['ru', ['Когда проверять', 'Что проверять', 'Как это выглядит']],
] as const)('has its parts under headings in %s, the theme in use chosen', (language, parts) => {
  show({ language, settings: { theme: 'dark' } });

  const headings = [...document.querySelectorAll('h2')].map(({ textContent }) => textContent);
  expect(headings).toEqual(expect.arrayContaining([...parts]));
  expect(control(language === 'en' ? 'Dark' : 'Тёмная').checked).toBe(true);
});
