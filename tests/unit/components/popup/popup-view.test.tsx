// @vitest-environment happy-dom
import '../../../helpers/clock-of-utc.ts';
import '../../../helpers/loaded-texts.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PopupView, type PopupViewProps } from '../../../../components/popup/PopupView.tsx';
import { languages } from '../../../../lib/i18n/languages.ts';
import { createText } from '../../../../lib/i18n/text.ts';
import type { PreliminaryWord } from '../../../../lib/model/progress.ts';
import { reasons } from '../../../../lib/model/reason.ts';
import type { ServiceResult } from '../../../../lib/model/service.ts';
import type { ServiceState } from '../../../../lib/model/state.ts';
import { defaultRoutingSettings } from '../../../../lib/routing/settings.ts';
import { usualChoices } from '../../../../lib/view/export-choices.ts';
import { anOrganisation, someSettings } from '../../../helpers/settings.ts';
import {
  aLook,
  buildProgress,
  buildRound,
  buildService,
  buildSparedRound,
} from '../../view/build-round.ts';

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
const networks = [
  { state: 'allowlist', id: 'home-only' },
  { state: 'allowlist', trouble: 'only-services', id: 'some-only' },
  { state: 'captive_portal', id: 'portal' },
  { state: 'offline', id: 'offline' },
  { state: 'degraded', trouble: 'clock', id: 'clock' },
  { state: 'degraded', trouble: 'certificates', id: 'certificates' },
  { state: 'degraded', trouble: 'resolver', id: 'names' },
  { state: 'degraded', trouble: 'loss', id: 'unsteady' },
] as const;

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
    readDay: async () => ({ bars: [], states: [] }),
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

async function toggle(details: Element | null) {
  await act(() => {
    details?.toggleAttribute('open', true);
    details?.dispatchEvent(new Event('toggle'));
  });
}

function unfold(name: string, isOpen = true) {
  const all = [...document.querySelectorAll('details')];
  const details = all.find((each) => each.querySelector('.name')?.textContent === name);
  details?.toggleAttribute('open', isOpen);
  details?.dispatchEvent(new Event('toggle'));
}

beforeEach(() => {
  // happy-dom knows no popovers.
  HTMLElement.prototype.hidePopover = () => {};
  render(null, document.body);
});

it.each([
  ['blocked', 'Was blocked'],
  ['likely_blocked', 'Did not open'],
] as const)('shows no sign of a block beside a sentence that it opened: %s', (state, word) => {
  const services = [buildService({ state, roundState: 'ok', confidence: 'low' })];
  show({ round: buildRound({ services }) });

  const row = document.querySelector('.service');
  expect(row?.querySelector('.word')?.textContent).toBe(word);
  expect(row?.querySelector('.confirming')?.textContent).toContain('It opened');
  expect(row?.innerHTML).not.toContain('sign-blocked');
  expect(row?.innerHTML).not.toContain('sign-likely_blocked');
});

describe.each(languages)('the popup in %s', (language) => {
  const { t } = createText(language);

  it.each(states)('shows a service that is %s by its own word and shape', (state) => {
    show({ language, round: buildRound({ services: [buildService({ state })] }) });

    expect(document.querySelector('.word')?.textContent).toBe(t(`word.${state}`));
    expect(document.querySelector(`.service-line svg.sign-${state}`)).not.toBeNull();
  });

  it.each(networks)('has a sentence for a network that is $state, $trouble', (seen) => {
    const unseen = buildService({ state: 'insufficient', reason: 'too-few-attempts' });
    const round = buildRound({ services: [unseen] });

    show({ language, round: { ...round, network: { ...round.network, ...seen } } });

    expect(document.querySelector('.headline')?.textContent).toBe(t(`situation.${seen.id}`));
    expect(words()).toContain(t(`situation.${seen.id}.text`));
    expect(document.querySelectorAll('.situation-sign > *').length).toBeGreaterThan(0);
    expect(document.querySelector('.services')).toBeNull();
  });

  it.each(reasons)('gives the reason %s with the service’s name once unfolded', async (reason) => {
    show({
      language,
      round: buildRound({ services: [buildService({ state: 'blocked', reason })] }),
    });

    unfold('Signal');

    await expect.poll(words).toContain(t(`reason.${reason}`, { name: 'Signal' }));
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

    const told = ['title', 'short', 'what.text', 'often.text', 'seen.text', 'unseen.text'] as const;
    for (const id of told) {
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
  const last = document.querySelector<HTMLTimeElement>('footer > .times time');
  const next = document.querySelector('.menu time');

  await act(() => void last?.dispatchEvent(new PointerEvent('pointerenter')));

  expect(last?.textContent).toBe('Checked 3 minutes ago');
  expect(last?.dateTime).toBe('2026-03-01T12:00:20.000Z');
  expect(last?.title).toContain('2026');
  expect(next?.textContent).toBe('Next check in 12 minutes');
});

it('does not say that a check will have been, where the clock was ahead of it', () => {
  show({ now: new Date('2026-02-27T12:03:30.000Z') });

  expect(words()).toContain('Last checked Mar 1, 2026');
  expect([...document.querySelectorAll('time')].at(-1)?.textContent).toMatch(
    /^Checked Mar 1, 2026/,
  );
});

it('says nothing of the network that was seen more than six hours ago', () => {
  show();
  expect(words()).toContain('The internet works');

  show({ now: new Date('2026-03-04T12:00:00.000Z') });

  expect(words()).toContain('Last checked 2 days ago');
  expect(words()).not.toContain('The internet works');
});

it.each([
  ['while checks are paused', { checkSettings: someSettings({ pausedUntil: 'resumed' }) }],
  ['while a check runs', { progress: buildProgress([{}, { id: 'viber' }]) }],
])('mentions no route that is not to be shown, %s', (_, part) => {
  const round = buildRound({ routing: aLook('vpn_likely', 'high').routing });

  show({ ...part, round });
  expect(words()).toContain('Signal opens, it seems not through');

  render(null, document.body);
  show({ ...part, round, routingSettings: { ...defaultRoutingSettings, showRouting: false } });
  expect(words()).toContain('Signal opens');
  expect(words()).not.toContain('it seems not through');
});

it.each([
  ['', {}],
  ['while checks are paused', { checkSettings: someSettings({ pausedUntil: 'resumed' }) }],
  ['while a check runs', { progress: buildProgress([{}, { id: 'viber' }]) }],
])('says of a check that did not look what the last look saw %s', async (_, part) => {
  show({ ...part, round: buildSparedRound(), route: aLook('vpn_likely') });
  unfold('Signal');

  expect(words()).toContain('Signal opens, it seems not through your provider');
  await expect.poll(words).toContain('this says nothing about its network');
});

it('keeps what the last look saw to itself where that is not to be shown', async () => {
  const routingSettings = { ...defaultRoutingSettings, showRouting: false };

  show({ round: buildSparedRound(), route: aLook('vpn_likely'), routingSettings });
  unfold('Signal');

  await expect.poll(words).toContain('Signal answers as it should.');
  expect(words()).not.toContain('not through your provider');
});

it('does not promise a next check in the past', () => {
  show({ nextCheckAt: '2026-03-01T11:00:00.000Z' });

  expect(words()).toContain('Next check is about to start');
});

it('leaves the verdicts where single services open in a network that lets little through', () => {
  const closed = buildService({ id: 'viber', name: 'Viber', state: 'blocked' });
  const round = buildRound({ services: [buildService(), closed] });

  show({ round: { ...round, network: { ...round.network, state: 'allowlist' } } });

  expect(words()).toContain('Only sites inside the country open');
  expect(words()).toContain('Only Signal opens');
  expect(document.querySelectorAll('.service')).toHaveLength(2);
});

it('marks what was known before the connection was lost', () => {
  const known = buildService({ state: 'blocked', roundState: 'insufficient' });
  const round = buildRound({ services: [known] });

  show({ round: { ...round, network: { ...round.network, state: 'offline' } } });

  expect(words()).toContain('In the last check: “Signal does not open”.');
  expect(document.querySelector('.word')?.textContent).toBe('Blocked');
});

it('shows that the browser’s secure DNS hides blocking, and unfolds to how', async () => {
  const round = buildRound();

  show({ round: { ...round, network: { ...round.network, resolverPath: 'secure_dns' } } });
  expect(words()).toContain('Part of the blocking cannot be seen from here');
  await toggle(document.querySelector('details.quiet'));

  expect(words()).toContain(createText('en').t('network.secure-dns'));
});

it('offers to resume while it is paused, with the last verdicts', () => {
  const props = show({ checkSettings: someSettings({ pausedUntil: 'resumed' }) });

  press('Resume');

  expect(words()).toContain('Paused until you resume');
  expect(document.querySelector('.found')?.textContent).toBe('Signal opens');
  expect(words()).not.toContain('For an hour');
  expect(props.onResume).toHaveBeenCalledOnce();
});

it('is read before it can be agreed to', () => {
  show({ checkSettings: someSettings({ agreed: false }) });

  const agree = document.querySelector('footer button') as HTMLButtonElement;
  const told = document.querySelector('main') as HTMLElement;
  expect(agree.textContent).toBe('Start checking');
  expect(told.compareDocumentPosition(agree)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

it('says while it is paused that the whole network is cut off, not a few services alone', () => {
  const closed = buildService({ id: 'viber', name: 'Viber', state: 'likely_blocked' });
  const round = buildRound({ services: [buildService(), closed] });
  const checkSettings = someSettings({ pausedUntil: 'resumed' });

  show({ checkSettings, round: { ...round, network: { ...round.network, state: 'allowlist' } } });

  expect(document.querySelector('.situation')?.textContent).toContain(
    'Only sites inside the country openOnly Signal opens',
  );
});

it.each([
  [
    'Resume',
    { checkSettings: someSettings({ pausedUntil: 'resumed' }) },
    { checkSettings: someSettings() },
    'main summary',
  ],
  [
    'Start checking',
    { round: null, checkSettings: someSettings({ agreed: false }) },
    { round: null, progress: buildProgress([]) },
    'button.stop',
  ],
])('keeps the focus as the button “%s” goes', async (label, before, after, place) => {
  await act(() => void show(before));
  const button = [...document.querySelectorAll('button')].find((b) => b.textContent === label);
  button?.focus();

  show(after);

  await expect.poll(() => document.activeElement).toBe(document.querySelector(place));
});

it('says how old verdicts are after six hours', () => {
  show({ now: new Date('2026-03-01T19:00:00.000Z') });

  expect(document.querySelector('.headline')?.textContent).toBe('Last checked 6 hours ago');
});

it.each([
  [
    'how old it is, not as if it were so now',
    { now: new Date('2026-03-01T19:00:00.000Z') },
    'In the last check: “Signal opens”.',
  ],
  [
    'that checks are paused, and what a check found all the same',
    { checkSettings: someSettings({ pausedUntil: '2026-03-01T14:30:00.000Z' }) },
    expect.stringMatching(/^Paused until \d.*M\. Signal opens$/),
  ],
  [
    'while checks are paused what is the matter with the network',
    {
      checkSettings: someSettings({ pausedUntil: 'resumed' }),
      round: buildRound({
        network: { ...buildRound().network, state: 'offline' },
        services: [buildService({ state: 'insufficient' })],
      }),
    },
    'Paused until you resume. No internet',
  ],
  [
    'while checks are paused what was known before the connection was lost',
    {
      checkSettings: someSettings({ pausedUntil: 'resumed' }),
      round: buildRound({
        network: { ...buildRound().network, state: 'offline' },
        services: [buildService({ roundState: 'insufficient' })],
      }),
    },
    'Paused until you resume. No internet. In the last check: “Signal opens”.',
  ],
])('says %s to who hears the page', (_what, part, heard) => {
  show(part);

  expect(document.querySelector('[role=status]')?.textContent).toEqual(heard);
});

it('says to who hears the page what needs another check', () => {
  const blocked = buildService({ id: 'a', name: 'A', state: 'blocked' });
  const cut = buildService({ id: 'b', name: 'B', roundState: 'blocked' });

  show({ round: buildRound({ services: [blocked, cut, buildService()] }) });

  expect(document.querySelector('[role=status]')?.textContent).toBe(
    'A does not open. Needs another check: B',
  );
});

it.each([null, 'resumed'] as const)(
  'leads to where the browser can be asked, where it permits nothing (paused: %s)',
  (pausedUntil) => {
    const forbidden = buildService({ state: 'insufficient', reason: 'needs-permission' });

    show({
      round: buildRound({ services: [forbidden] }),
      checkSettings: someSettings({ pausedUntil }),
    });

    expect(words()).toContain('The browser does not let Dozvon check');

    const link = [...document.querySelectorAll('a')].find((a) => a.textContent === 'Allow access');
    expect(link?.getAttribute('href')).toBe('/dashboard.html#overview');
  },
);

it('shows the last round’s state while a change is being confirmed', () => {
  const service = buildService({ state: 'blocked', roundState: 'ok', reason: 'cut-off' });

  show({ round: buildRound({ services: [service] }) });

  expect(document.querySelector('.confirming')?.textContent).toBe(
    'It opened in the last check; another is needed.',
  );
});

it.each([
  ['under its headline', null, '.headline + p'],
  ['in a pause', 'resumed', '.found'],
] as const)(
  'names a service that opened at once, whose row says that it needs another check: %s',
  (_, pausedUntil, place) => {
    const round = buildRound({ services: [buildService({ confidence: 'low' })] });

    show({ round, checkSettings: someSettings({ pausedUntil }) });

    expect(document.querySelector('.confirming')?.textContent).toContain('another is needed');
    expect(document.querySelector(place)?.textContent).toContain('Needs another check: Signal');
  },
);

it('shows the reason once unfolded, how sure it is, and the way to more', async () => {
  const service = buildService({ state: 'blocked', reason: 'cut-off' });

  show({ round: buildRound({ services: [service] }) });

  expect(words()).not.toContain('gets cut off');
  unfold('Signal');
  await expect
    .poll(words)
    .toContain('The connection to Signal gets cut off. This is almost certainly a block.');
  const link = document.querySelector('.service-details a');
  expect(link?.getAttribute('href')).toBe('/dashboard.html#service/signal');
  expect(words()).not.toContain('What the last check found');
});

describe('what fails alike', () => {
  const names = ['Signal', 'Viber', 'Discord', 'Max', 'VK'];
  const services = names.map((name) =>
    buildService({ id: name, name, state: 'likely_blocked', reason: 'cut-off' }),
  );
  const details = () =>
    [...document.querySelectorAll('.service-details > p:first-child')].map(
      ({ textContent }) => textContent,
    );
  const said = (name: string) => `The connection to ${name} gets cut off.`;

  it('names all others of its kind', async () => {
    show({ round: buildRound({ services }) });
    unfold('Signal');

    await expect.poll(words).toContain('The same is seen with Viber, Discord and 2 more.');
  });

  it('is said once of all that are unfolded, in the uppermost', async () => {
    show({ round: buildRound({ services }) });
    unfold('Viber');
    await expect.poll(details).toEqual([expect.stringContaining(said('Viber'))]);

    unfold('Signal');
    unfold('Max');

    await expect
      .poll(details)
      .toEqual([
        expect.stringContaining(said('Signal')),
        'The same as with Signal.',
        'The same as with Signal.',
      ]);
  });

  it('is said again where the one that said it is folded', async () => {
    show({ round: buildRound({ services }) });
    unfold('Signal');
    unfold('Viber');
    await expect.poll(details).toHaveLength(2);

    unfold('Signal', false);

    await expect.poll(details).toEqual([expect.stringContaining(said('Viber'))]);
  });

  it('is said of each where the cause is not as sure', async () => {
    const [first, second, ...rest] = services;
    const unsure = { ...second, confidence: 'low' } as ServiceResult;
    show({ round: buildRound({ services: [first as ServiceResult, unsure, ...rest] }) });
    unfold('Signal');
    unfold('Viber');

    await expect
      .poll(details)
      .toEqual([expect.stringContaining(said('Signal')), expect.stringContaining(said('Viber'))]);
  });
});

it('counts the services of a running round and offers to cancel it', () => {
  const progress = buildProgress([
    { id: 'signal', stage: 'done', word: 'opens' },
    { id: 'viber', name: 'Viber', stage: 'probing', word: 'cut-off' },
    { id: 'max', name: 'Max', stage: 'waiting' },
  ]);

  const { onCancel } = show({ progress });
  press('Cancel');

  expect(words()).toContain('Clear so far: 2 of 3');
  const bar = document.querySelector('progress');
  expect(bar?.getAttribute('aria-label')).toBe('Checked to the end: 1 of 3 messengers');
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

  it('leaves the last sign until there is evidence, and says that it is looking', () => {
    show({ round, progress: buildProgress([{ stage: 'waiting' }]) });

    expect(document.querySelector('.service-line svg.sign-blocked')).not.toBeNull();
    expect(row()).toBe('SignalChecking…');
  });

  it('shows of each service how far it is', () => {
    const seen = [
      { id: 'signal', probed: 1, total: 4, stage: 'probing' },
      { id: 'max', probed: 1, total: 4, stage: 'done' },
    ] as const;

    show({ round: null, progress: buildProgress([...seen]) });

    const shares = [...document.querySelectorAll<HTMLElement>('.share')];
    expect(shares.map(({ style }) => style.inlineSize)).toEqual(['25%', '100%']);
  });

  it('shows of the last round only its headline, marked as such', () => {
    show({ round, progress: buildProgress([{ id: 'signal' }]) });

    expect(words()).toContain('In the last check: “Signal does not open”.');
    expect(words()).not.toContain(createText('en').t('situation.offline'));
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
    expect(document.querySelector('.overview .headline')?.textContent).toBe('Signal opens');
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

  expect(props.onCheck).toHaveBeenCalledOnce();
  expect(props.onExport).toHaveBeenCalledExactlyOnceWith(usualChoices);
});

it('offers each language by its own name, and calls back with the one that is chosen', async () => {
  const props = show();
  const offered = document.querySelector<HTMLSelectElement>('select.language-switch');
  const names = [...(offered?.options ?? [])].map(({ text }) => text);

  await act(() => {
    if (offered) offered.value = 'ru';
    offered?.dispatchEvent(new Event('change', { bubbles: true }));
  });

  expect(offered?.getAttribute('aria-label')).toBe('Language');
  expect(names).toEqual(expect.arrayContaining(['English', 'Русский']));
  expect(props.onLanguage).toHaveBeenCalledExactlyOnceWith('ru');
});

it.each([
  [true, ['language']],
  [false, []],
] as const)('offers no other language where that is locked: %s', (isLocked, locked) => {
  show({ checkSettings: someSettings({ organisation: anOrganisation({ locked: [...locked] }) }) });

  const offered = document.querySelector<HTMLSelectElement>('select.language-switch');
  expect(offered?.disabled).toBe(isLocked);
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

  const link = [...document.querySelectorAll('a')].find((each) => each.textContent === 'Overview');
  expect(link?.getAttribute('href')).toBe('/dashboard.html');
});

it.each(['worker', 'history', 'export'] as const)('shows an error of the %s', (error) => {
  show({ error });

  expect(document.querySelector('[role=alert]')?.textContent).toBe(
    createText('en').t(`error.${error}`),
  );
});

it.each([
  ['damaged', true],
  ['mended', false],
] as const)('tells of a history that cannot be used any more: %s', (why, isTold) => {
  show({ setAside: [{ database: 'dozvon', why, at: '2026-03-01T12:00:00.000Z' }] });

  expect(words().includes(createText('en').t('aside.short'))).toBe(isTold);
});
