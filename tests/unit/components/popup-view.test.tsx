// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PopupView, type PopupViewProps } from '../../../components/PopupView.tsx';
import { languages } from '../../../lib/i18n/languages.ts';
import { createText } from '../../../lib/i18n/text.ts';
import type { PreliminaryWord } from '../../../lib/model/progress.ts';
import { reasons } from '../../../lib/model/reason.ts';
import type { NetworkState, ServiceState } from '../../../lib/model/state.ts';
import { defaultRoutingSettings } from '../../../lib/routing/settings.ts';
import { usualChoices } from '../../../lib/view/export-choices.ts';
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
const preliminaryWords: PreliminaryWord[] = [
  'opens',
  'in-part',
  'name-not-found',
  'no-answer',
  'cut-off',
  'fails',
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
    setAside: [],
    error: null,
    onPause: vi.fn(),
    onResume: vi.fn(),
    onCheck: vi.fn(),
    onCancel: vi.fn(),
    exporting: null,
    onExport: vi.fn(),
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

it.each(['clock', 'resolver'] as const)('names what a person can mend: %s', (trouble) => {
  const round = buildRound();

  show({ round: { ...round, network: { ...round.network, state: 'degraded', trouble } } });

  const id = trouble === 'clock' ? 'network.clock' : 'network.names';
  expect(words()).toContain(createText('en').t(id));
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
  expect(words()).not.toContain('What the last check found');
});

it('counts the services of a running round and offers to cancel it', () => {
  const progress = buildProgress([
    { id: 'signal', stage: 'done', word: 'opens' },
    { id: 'viber', name: 'Viber', stage: 'probing', word: 'cut-off' },
    { id: 'max', name: 'Max', stage: 'waiting' },
  ]);

  const { onCancel } = show({ progress });
  press('Cancel');

  expect(words()).toContain('First findings on 2 of 3 messengers');
  expect(words()).toContain('Checked to the end: 1 of 3 messengers');
  expect(onCancel).toHaveBeenCalledOnce();
});

describe('while a round runs', () => {
  const blocked = buildService({ state: 'blocked', reason: 'cut-off' });
  const round = buildRound({
    services: [blocked],
    network: { ...buildRound().network, state: 'offline' },
  });

  function row() {
    return document.querySelector('.service')?.textContent ?? '';
  }

  it.each(preliminaryWords)('shows that a service %s, by no verdict’s word or sign', (word) => {
    show({ round, progress: buildProgress([{ stage: 'probing', word }]) });

    const shown = document.querySelector('.word.preliminary');
    expect(shown?.textContent).toBe(createText('en').t(`so-far.${word}`));
    expect(document.querySelector('.service-line svg[class*=sign-seems-]')).not.toBeNull();
    expect(document.querySelectorAll('.service [class*=sign-blocked]')).toHaveLength(0);
  });

  it.each(languages)('in %s never calls a service blocked that only fails so far', (language) => {
    for (const word of preliminaryWords) {
      show({ language, round: null, progress: buildProgress([{ stage: 'probing', word }]) });

      expect(row()).not.toMatch(/block|блок/i);
    }
  });

  it('quotes the last verdict as that of the last check', () => {
    show({ round, progress: buildProgress([{ stage: 'probing', word: 'opens' }]) });

    expect(row()).toContain('Opens so farChecking… Before: “Blocked”.');
  });

  it('leaves the last verdict, marked as such, until there is evidence', () => {
    show({ round, progress: buildProgress([{ stage: 'waiting' }]) });

    expect(document.querySelector('.word.sign-blocked')?.textContent).toBe('Blocked');
    expect(row()).toContain('Checking… This is the last result.');
  });

  it('shows of the last round only its headline, marked as such', () => {
    show({ round, progress: buildProgress([{ word: 'opens' }]) });

    expect(words()).toContain('In the last check: “None of the 1 messengers opened”.');
    expect(words()).not.toContain(createText('en').t('network.offline'));
    expect(words()).not.toContain('does not get through');
  });

  it('marks unfolded details as those of the last check', async () => {
    const progress = buildProgress([{ word: 'opens' }]);

    show({ round, progress });
    unfold('Signal');

    await vi.waitFor(() => {
      expect(document.querySelector('.service-details')?.textContent).toMatch(
        /^What the last check found:/,
      );
    });
  });

  it('gives way to the verdict when the round ends', () => {
    show({ round, progress: buildProgress([{ stage: 'done', word: 'opens' }]) });

    show({ round: buildRound({ services: [buildService({ state: 'ok' })] }), progress: null });

    expect(document.querySelector('.preliminary')).toBeNull();
    expect(document.querySelector('.word')?.textContent).toBe('Opens');
    expect(words()).not.toMatch(/last (check|result)|Before/);
  });
});

it('announces what is seen so far, but not how far the check has come', async () => {
  const heard = () => document.querySelector('[role=status]')?.textContent;
  const seen = { word: 'opens', probed: 1 } as const;
  await act(() => void show({ progress: buildProgress([{ ...seen, stage: 'probing' }]) }));
  const before = heard();

  await act(() => void show({ progress: buildProgress([{ word: 'opens', stage: 'done' }]) }));

  expect(before).toBe('A check is running. Open so far: 1 of 1.');
  expect(heard()).toBe(before);
});

it.each([
  ['en', 'A check is running. Open so far: 0 of 1. Not opening so far: Signal.'],
  ['ru', 'Идёт проверка. Пока открывается: 0 из 1. Пока не открывается: Signal.'],
] as const)('names in %s what does not open so far', (language, sentence) => {
  show({ language, progress: buildProgress([{ word: 'no-answer' }]) });

  expect(document.querySelector('[role=status]')?.textContent).toBe(sentence);
});

it('calls back when a button is pressed', () => {
  const props = show();

  press('Check now');
  press('Download CSV');
  press('RU');

  expect(props.onCheck).toHaveBeenCalledOnce();
  expect(props.onExport).toHaveBeenCalledExactlyOnceWith(usualChoices);
  expect(props.onLanguage).toHaveBeenCalledWith('ru');
});

it.each([
  ['there is nothing to save', { round: null }],
  ['a file is being made', { exporting: { done: 1, total: 9 } }],
])('saves no file while %s', (_case, part) => {
  const props = show(part);

  press('Download CSV');

  expect(props.onExport).not.toHaveBeenCalled();
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
