// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PopupView, type PopupViewProps } from '../../../components/PopupView.tsx';
import { languages } from '../../../lib/i18n/languages.ts';
import { createText } from '../../../lib/i18n/text.ts';
import { reasons } from '../../../lib/model/reason.ts';
import type { NetworkState, ServiceState } from '../../../lib/model/state.ts';
import { defaultRoutingSettings } from '../../../lib/routing/settings.ts';
import { someSettings } from '../../helpers/settings.ts';
import { buildProgress, buildRound, buildService } from '../view/build-round.ts';

const states: ServiceState[] = [
  'ok',
  'impaired',
  'blocked',
  'likely_blocked',
  'down',
  'insufficient',
];
const networks: NetworkState[] = ['normal', 'allowlist', 'captive_portal', 'offline', 'degraded'];

function show(part: Partial<PopupViewProps> = {}) {
  const props: PopupViewProps = {
    round: buildRound(),
    route: null,
    progress: null,
    nextCheckAt: null,
    now: new Date('2026-03-01T12:03:30.000Z'),
    language: 'en',
    checkSettings: someSettings(),
    routingSettings: defaultRoutingSettings,
    isRoutePermitted: true,
    isResearchBuild: false,
    dashboardUrl: '/dashboard.html',
    firstPageUrl: '/welcome.html',
    onAgree: () => undefined,
    error: null,
    onPause: vi.fn(),
    onResume: vi.fn(),
    onCheck: vi.fn(),
    onCancel: vi.fn(),
    onDownload: vi.fn(),
    onLanguage: vi.fn(),
    ...part,
  };
  render(<PopupView {...props} />, document.body);
  return props;
}

function words(): string {
  return document.body.textContent ?? '';
}

function press(label: string) {
  const buttons = [...document.querySelectorAll('button')];
  buttons.find((button) => button.textContent === label)?.click();
}

function unfold(name: string) {
  const all = [...document.querySelectorAll('details')];
  const details = all.find((each) => each.querySelector('.name')?.textContent === name);
  details?.setAttribute('open', '');
  details?.dispatchEvent(new Event('toggle'));
}

beforeEach(() => {
  render(null, document.body);
});

describe.each(languages)('the popup in %s', (language) => {
  const { t } = createText(language);

  it.each(states)('shows a service that is %s by its own word and shape', (state) => {
    show({ language, round: buildRound({ services: [buildService({ state })] }) });

    expect(document.querySelector('.word')?.textContent).toBe(t(`state.${state}`));
    expect(document.querySelector(`.service-line svg.sign-${state}`)).not.toBeNull();
  });

  it.each(networks)('has a sentence for a network that is %s', (state) => {
    const round = buildRound();

    show({ language, round: { ...round, network: { ...round.network, state } } });

    expect(words()).toContain(t(`network.${state}`));
  });

  it.each(reasons)('gives the reason %s with the service’s name', (reason) => {
    show({
      language,
      round: buildRound({ services: [buildService({ state: 'blocked', reason })] }),
    });

    expect(words()).toContain(t(`reason.${reason}`, { name: 'Signal' }));
    expect(words()).not.toMatch(/[{}]/);
  });
});

it('has one main heading and one main part', () => {
  show();

  expect(document.querySelectorAll('h1')).toHaveLength(1);
  expect(document.querySelectorAll('main')).toHaveLength(1);
});

it('shows that there has been no check yet', () => {
  show({ round: null });

  expect(words()).toContain('Not checked yet');
});

it.each(languages)(
  'in %s says what will be sent before a yes, which asks for no permission',
  (language) => {
    const { t } = createText(language);
    const onAgree = vi.fn();

    show({ language, onAgree, checkSettings: someSettings({ agreed: false }) });

    for (const id of ['title', 'what.text', 'often.text', 'seen.text', 'unseen.text'] as const) {
      expect(words()).toContain(t(`first.${id}`));
    }
    const elsewhere = document.querySelector('.elsewhere a');
    expect(elsewhere?.getAttribute('href')).toBe('/welcome.html');
    expect(document.querySelectorAll('main button, .services')).toHaveLength(0);
    document.querySelector<HTMLButtonElement>('footer button')?.click();
    expect(onAgree).toHaveBeenCalledExactlyOnceWith(false);
  },
);

it.each([true, false])('says so where it is the research build: %s', (isResearchBuild) => {
  show({ isResearchBuild });
  const results = words();
  show({ isResearchBuild, checkSettings: someSettings({ agreed: false }) });

  expect(results.includes('Research build')).toBe(isResearchBuild);
  expect(words().includes('Research build')).toBe(isResearchBuild);
});

it('tells no time of the next check while it is paused', () => {
  const checkSettings = someSettings({ pausedUntil: 'resumed' });

  show({ checkSettings, nextCheckAt: '2026-03-01T12:15:30.000Z' });

  expect(words()).not.toContain('Next check');
});

it('shows the times of the last and next check, with the exact time on hover', async () => {
  show({ nextCheckAt: '2026-03-01T12:15:30.000Z' });
  const [last, next] = document.querySelectorAll('time');

  await act(() => void last?.dispatchEvent(new PointerEvent('pointerenter')));

  expect(last?.textContent).toBe('Checked 3 minutes ago');
  expect(last?.dateTime).toBe('2026-03-01T12:00:20.000Z');
  expect(last?.title).toContain('2026');
  expect(next?.textContent).toBe('Next check in 12 minutes');
});

it('does not promise a next check in the past', () => {
  show({ nextCheckAt: '2026-03-01T11:00:00.000Z' });

  expect(words()).toContain('Next check is about to start');
});

it('shows that the browser’s secure DNS hides blocking', () => {
  const round = buildRound();

  show({ round: { ...round, network: { ...round.network, resolverPath: 'secure_dns' } } });

  expect(words()).toContain(createText('en').t('network.secure-dns'));
});

it('shows the last round’s state while a change is being confirmed', () => {
  const service = buildService({ state: 'blocked', roundState: 'ok', reason: 'cut-off' });

  show({ round: buildRound({ services: [service] }) });

  expect(document.querySelector('.confirming')?.textContent).toBe(
    'It opened in the last check; this is being confirmed.',
  );
});

it('shows the mechanism once unfolded', async () => {
  const service = buildService({ state: 'blocked', mechanisms: ['dns.error'] });

  show({ round: buildRound({ services: [service] }) });

  expect(document.querySelector('details code')).toBeNull();
  unfold('Signal');
  await vi.waitFor(() => {
    expect(document.querySelector('details code')?.textContent).toBe('dns.error');
  });
});

it('counts the services of a running round and offers to cancel it', () => {
  const progress = buildProgress([
    { id: 'signal', stage: 'done', reached: 3, probed: 4 },
    { id: 'viber', name: 'Viber', stage: 'probing', probed: 1 },
  ]);

  const { onCancel } = show({ progress });
  press('Cancel');

  expect(words()).toContain('Checking: 1 of 2 messengers done');
  expect(words()).toContain('Done: 3 of 4 addresses answered');
  expect(words()).toContain('Checking: 1 of 4 addresses tried');
  expect(onCancel).toHaveBeenCalledOnce();
});

it('does not announce every step of a running round', () => {
  show({ progress: buildProgress([{ stage: 'waiting' }]) });
  const before = document.querySelector('[role=status]')?.textContent;

  show({ progress: buildProgress([{ stage: 'done' }]) });

  expect(document.querySelector('[role=status]')?.textContent).toBe(before);
});

it('calls back when a button is pressed', () => {
  const props = show();

  press('Check now');
  press('Download CSV');
  press('RU');

  expect(props.onCheck).toHaveBeenCalledOnce();
  expect(props.onDownload).toHaveBeenCalledExactlyOnceWith('csv');
  expect(props.onLanguage).toHaveBeenCalledWith('ru');
});

it('links to the dashboard', () => {
  show();

  const link = [...document.querySelectorAll('a')].find((each) => each.textContent === 'History');
  expect(link?.getAttribute('href')).toBe('/dashboard.html');
});

it.each(['worker', 'history', 'export'] as const)('shows an error of the %s', (error) => {
  show({ error });

  expect(document.querySelector('[role=alert]')?.textContent).toBe(
    createText('en').t(`error.${error}`),
  );
});
