// @vitest-environment happy-dom
import '../../../helpers/loaded-texts.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  FirstPageView,
  type FirstPageViewProps,
} from '../../../../components/first-run/FirstPageView.tsx';
import { agreeText } from '../../../../lib/i18n/agree-text.ts';
import { languages } from '../../../../lib/i18n/languages.ts';
import { createText } from '../../../../lib/i18n/text.ts';
import { anOrganisation, someSettings } from '../../../helpers/settings.ts';

function show(part: Partial<FirstPageViewProps> = {}) {
  const props: FirstPageViewProps = {
    language: 'en',
    isResearchBuild: false,
    error: null,
    isRoutePermitted: false,
    routingSettings: { showRouting: true },
    checkSettings: someSettings({ agreed: false }),
    services: [],
    onCheckSettings: vi.fn<FirstPageViewProps['onCheckSettings']>(),
    onAgree: vi.fn<FirstPageViewProps['onAgree']>(),
    onLanguage: vi.fn<FirstPageViewProps['onLanguage']>(),
    ...part,
  };
  render(<FirstPageView {...props} />, document.body);
  return props;
}

function words(): string {
  return document.body.textContent ?? '';
}

function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`nothing matches ${selector}`);
  return found;
}

beforeEach(() => {
  render(null, document.body);
});

describe.each(languages)('the first page in %s', (language) => {
  const { t } = createText(language);

  it('tells before a yes what will be sent', () => {
    show({ language });

    const ids = ['title', 'purpose', 'what.text', 'often.text', 'seen.text', 'unseen.text'];
    for (const id of ids) expect(words()).toContain(t(`first.${id}` as 'first.title'));
  });

  it('offers the look at the route, ticked, with the reason and what the browser will ask', () => {
    show({ language });

    const box = find('input[type=checkbox]') as HTMLInputElement;
    expect(box.checked).toBe(true);
    expect(box.labels?.[0]?.textContent).toContain(agreeText(language)('agree.route'));
    const reason = document.getElementById(box.getAttribute('aria-describedby') ?? '');
    expect(reason?.textContent).toContain(agreeText(language)('agree.route.text'));
    expect(reason?.textContent).toContain(agreeText(language)('agree.route.permission'));
  });
});

it('moves nothing once the worker has told the services', () => {
  show();

  expect(find('details summary').textContent).toBe(agreeText('en')('agree.services'));
  expect(document.querySelector('details input')).toBeNull();
});

it('offers it unticked where that is the default', () => {
  show({ routingSettings: { showRouting: false } });

  expect((find('input[type=checkbox]') as HTMLInputElement).checked).toBe(false);
});

it('announces no question of the browser where it will not ask', () => {
  show({ isRoutePermitted: true });

  expect(words()).toContain(agreeText('en')('agree.route.text'));
  expect(words()).not.toContain(agreeText('en')('agree.route.permission'));
});

it.each([
  ['ticked', 0, true],
  ['unticked', 1, false],
  ['ticked again', 2, true],
])('says in the click whether the box is %s', async (_case, clicks, wanted) => {
  const { onAgree } = show();

  for (let done = 0; done < clicks; done++) {
    await act(() => find('input[type=checkbox]').click());
  }
  find('button.main').click();

  expect(onAgree).toHaveBeenCalledExactlyOnceWith(wanted);
});

it.each([true, false])('says so where it is the research build: %s', (isResearchBuild) => {
  show({ isResearchBuild });

  expect(words().includes('Research build')).toBe(isResearchBuild);
});

it.each([
  [true, ['language']],
  [false, []],
] as const)('offers no other language where that is locked: %s', (isLocked, locked) => {
  const organisation = anOrganisation({ locked: [...locked] });
  show({ checkSettings: someSettings({ agreed: false, organisation }) });

  expect((find('select.language-switch') as HTMLSelectElement).disabled).toBe(isLocked);
});

it('tells in four steps, the risk in the second and the yes in the last', () => {
  show();

  const steps = [...document.querySelectorAll('.first-steps > ol > li')];
  const titles = steps.map((step) => step.querySelector('h3')?.textContent);

  expect(titles).toEqual([
    'What Dozvon does',
    'What is sent, and what you risk',
    'What you choose',
    'The first check',
  ]);
  expect(steps[1]?.textContent).toContain('do not start');
  expect(steps[3]?.querySelector('button')?.textContent).toBe('Start checking');
});

it('lets a person choose how often and which of the usual messengers, before anything is sent', () => {
  const services = ['Signal', 'Viber', 'Zoom'].map((name) => ({
    id: name.toLowerCase(),
    name,
    enabledByDefault: name !== 'Zoom',
  }));
  const { onCheckSettings, onAgree } = show({ services });
  const select = find('.first-steps select') as HTMLSelectElement;

  select.selectedIndex = select.options.length - 1;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  (find('details input') as HTMLInputElement).click();

  expect(find('details').textContent).not.toContain('Zoom');
  expect(vi.mocked(onCheckSettings).mock.calls).toEqual([
    [{ everyMinutes: null }],
    [{ services: { signal: false } }],
  ]);
  expect(onAgree).not.toHaveBeenCalled();
});
