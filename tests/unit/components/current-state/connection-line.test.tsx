// @vitest-environment happy-dom
import '../../../helpers/loaded-texts.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PopupView } from '../../../../components/popup/PopupView.tsx';
import { RouteSettings } from '../../../../components/settings/RouteSettings.tsx';
import { TextProvider } from '../../../../components/text/TextProvider.tsx';
import { type Language, languages } from '../../../../lib/i18n/languages.ts';
import { createText } from '../../../../lib/i18n/text.ts';
import type { RoutingResult } from '../../../../lib/model/route.ts';
import { routingOf } from '../../../../lib/routing/infer.ts';
import { defaultRoutingSettings, type RoutingChange } from '../../../../lib/routing/settings.ts';
import { aRouting } from '../../../helpers/routing.ts';
import { someSettings } from '../../../helpers/settings.ts';
import { routingScenarios } from '../../routing/scenarios.ts';
import { buildRound } from '../../view/build-round.ts';

interface Shown {
  routing: RoutingResult;
  language?: Language;
  showRouting?: boolean;
  isRoutePermitted?: boolean;
  seenAt?: string;
}

function nothing() {}

function show({ routing, seenAt, ...choices }: Shown) {
  const { language = 'en', showRouting = true, isRoutePermitted = true } = choices;
  const round = buildRound({ routing });
  render(
    <PopupView
      round={round}
      route={{ at: seenAt ?? round.startedAt, routing }}
      progress={null}
      nextCheckAt={null}
      now={new Date('2026-03-01T12:03:30.000Z')}
      language={language}
      checkSettings={someSettings()}
      routingSettings={{ ...defaultRoutingSettings, showRouting }}
      isRoutePermitted={isRoutePermitted}
      isResearchBuild={false}
      dashboardUrl="/dashboard.html"
      firstPageUrl="/welcome.html"
      readDay={async () => ({ bars: [], states: [] })}
      onAgree={() => undefined}
      setAside={[]}
      error={null}
      onPause={nothing}
      onResume={nothing}
      onCheck={nothing}
      onCancel={nothing}
      exporting={null}
      onExport={nothing}
      onLanguage={nothing}
    />,
    document.body,
  );
}

function routed(name: string, recordExit = false): RoutingResult {
  const scenario = routingScenarios.find((one) => one.name === name);
  return routingOf(aRouting({ ...scenario?.seen, recordExit }), 0);
}

const english = createText('en');
const vpn = routed('a VPN that carries everything');

async function unfold(selector: string, loaded = '.signals') {
  const details = document.querySelector(selector);
  await act(() => {
    details?.setAttribute('open', '');
    details?.dispatchEvent(new Event('toggle'));
  });
  if (selector === 'details.quiet') {
    await expect.poll(() => document.querySelector(loaded)).not.toBeNull();
  }
  return details?.textContent ?? '';
}

beforeEach(() => render(null, document.body));

describe.each(languages)('the route in %s', (language) => {
  const { t } = createText(language);

  it.each(routingScenarios)('is shown in whole sentences: $name', async ({ seen }) => {
    show({ language, routing: routingOf(aRouting(seen), 0) });

    const text = await unfold('details.quiet');

    expect(text.length).toBeGreaterThan(20);
    expect(text).not.toMatch(/[{}]|route\.[a-z]|undefined/);
  });

  it('says of each service that opens that it was measured another way', async () => {
    show({ language, routing: vpn });

    expect(await unfold('.service details')).toContain(t('route.service', { name: 'Signal' }));
  });

  it.each(routingScenarios)('is told in a few words before: $name', ({ seen }) => {
    show({ language, routing: routingOf(aRouting(seen), 0) });

    const line = document.querySelector('.quiet summary')?.textContent ?? '';
    expect(line.trim()).toMatch(/ · [^{}.]{10,}$/);
  });
});

it('is not shown where the round did not check it', () => {
  show({ routing: { verdict: 'unknown', confidence: 'low', signals: [] } });

  expect(document.querySelector('.quiet')?.textContent).toBe('The internet works');
});

it('is not shown where the person hides it, not even for a service', async () => {
  show({ routing: vpn, showRouting: false });

  expect(document.querySelector('.quiet')?.textContent).not.toContain('provider');
  expect(await unfold('details.quiet', '.unfolded')).toContain(english.t('route.gap.off'));
  expect(await unfold('.service details')).not.toContain('route');
});

it('is not claimed where the browser does not permit to look at it, which the page says', async () => {
  show({ routing: vpn, isRoutePermitted: false });

  expect(document.querySelector('.quiet')?.textContent).not.toContain('provider');
  expect(await unfold('details.quiet', '.unfolded')).toContain(
    english.t('route.gap.no-permission'),
  );
  expect(await unfold('.service details')).not.toContain('route');
});

it('has no gap where it is looked at', () => {
  show({ routing: vpn });

  expect(document.body.textContent).not.toContain('is not looked at');
});

it('is worded as a suggestion, and shows its signals once unfolded', async () => {
  show({ routing: vpn });

  expect(document.querySelector('.quiet')?.textContent).toContain(
    'The internet works · very likely not through your provider',
  );
  expect(document.querySelector('.signals')).toBeNull();
  expect(await unfold('details.quiet')).toMatch(
    /Very likely not measured through your provider.*What speaks for it.*another country.*What was seen besides.*tunnel/,
  );
});

it('is marked as older than the last check, and not shown after six hours', async () => {
  show({ routing: vpn, seenAt: '2026-03-01T11:03:00.000Z' });
  expect(await unfold('details.quiet')).toContain('Seen 1 hour ago.');

  show({ routing: vpn, seenAt: '2026-03-01T06:03:00.000Z' });
  expect(document.querySelector('.quiet')?.textContent).toBe('The internet works');
});

it('names the country where the person allows it to be kept', async () => {
  show({ routing: routed('a VPN that carries everything', true) });
  expect(await unfold('details.quiet')).toContain('Netherlands');

  show({ routing: routed('a VPN that carries everything', true), language: 'ru' });
  expect(document.querySelector('.quiet')?.textContent).toContain('Нидерланды');
});

it('contains no links', async () => {
  show({ routing: vpn });

  await unfold('details.quiet');

  expect(document.querySelectorAll('.quiet a')).toHaveLength(0);
});

function showSettings({ isPermitted }: { isPermitted: boolean }) {
  const props = {
    settings: defaultRoutingSettings,
    isPermitted,
    onChange: vi.fn<(change: RoutingChange) => void>(),
    onLookAtRoute: vi.fn<(wanted: boolean) => void>(),
  };
  render(
    <TextProvider language="en">
      <RouteSettings {...props} />
    </TextProvider>,
    document.body,
  );
  return props;
}

it('has a checkbox each to hide it, keep the exit, and ask and compare calls', () => {
  const { onChange, onLookAtRoute } = showSettings({ isPermitted: true });

  for (const box of document.querySelectorAll('input')) box.click();

  expect(onLookAtRoute.mock.calls).toEqual([[false]]);
  expect(onChange.mock.calls).toEqual([
    [{ recordExit: true }],
    [{ askCalls: false }],
    [{ askDomesticCalls: true }],
    [{ compareCalls: true }],
  ]);
});

it('is offered again where the permission is missing, although it is wanted', () => {
  const { onLookAtRoute } = showSettings({ isPermitted: false });

  const box = document.querySelector('input');
  expect(box?.checked).toBe(false);
  const missing = document.getElementById(box?.getAttribute('aria-describedby') ?? '');
  expect(missing?.textContent).toContain('The browser does not allow access');
  box?.click();
  expect(onLookAtRoute).toHaveBeenCalledExactlyOnceWith(true);

  // As after a refusal: nothing has changed, but the box was clicked.
  showSettings({ isPermitted: false });
  expect(box?.checked).toBe(false);
});
