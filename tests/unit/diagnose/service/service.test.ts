import { describe, expect, it } from 'vitest';
import { emptyWindow } from '../../../../lib/diagnose/chance/window.ts';
import { diagnoseService } from '../../../../lib/diagnose/service/service.ts';
import type { TransferRates } from '../../../../lib/diagnose/target/transfer.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import { aFailure, anAttempt, anInvalidAttempt, repeated } from '../../../helpers/attempts.ts';
import { aService, aServiceRole, aTarget } from '../../../helpers/catalog.ts';
import { at } from '../../../helpers/clock.ts';
import { aGate, aNetwork, aServiceEvidence, aTargetContext } from '../../../helpers/evidence.ts';

const works = [anAttempt()];
const fails = repeated('reset', 3);
const unknown = [anInvalidAttempt()];
const isDown = repeated('serverError', 2);

const service = aService({
  roles: [
    aServiceRole(),
    aServiceRole({ role: 'messages' }),
    aServiceRole({ role: 'media', needs: 'web' }),
    aServiceRole({ role: 'api', required: false }),
  ],
  targets: [
    aTarget(),
    aTarget({ id: 'chat/search' }),
    aTarget({ id: 'chat/site', votes: false }),
    aTarget({ id: 'chat/messages', role: 'messages' }),
    aTarget({ id: 'chat/media', role: 'media' }),
    aTarget({ id: 'chat/api', role: 'api' }),
  ],
});

function judge(attempts: Record<string, readonly Attempt[]>, forbidden: string[] = []) {
  const evidence = aServiceEvidence(attempts, { service, forbidden: new Set(forbidden) });
  return diagnoseService(evidence, aTargetContext(), aNetwork());
}

const good = { 'chat/web': works, 'chat/messages': works, 'chat/media': works };

describe('a WebSocket in the same role as a page', () => {
  const targets = [
    aTarget(),
    aTarget({ id: 'chat/socket', kind: 'websocket', urls: ['wss://socket.chat.example/'] }),
  ];
  const withSocket = aService({ targets });

  it.each([
    ['ok', 'both work', works, works],
    ['impaired', 'only the page works', works, fails],
    ['likely_blocked', 'only the WebSocket works', fails, works],
    ['likely_blocked', 'neither works', fails, fails],
  ] as const)('leaves it %s where %s', (state, _case, page, socket) => {
    const verdict = diagnoseService(
      aServiceEvidence({ 'chat/web': page, 'chat/socket': socket }, { service: withSocket }),
      aTargetContext(),
      aNetwork(),
    );

    expect(verdict.state).toBe(state);
    expect(verdict.roles).toMatchObject([{ role: 'web', state }]);
  });
});

describe('an impaired service', () => {
  it('shows the mechanisms of what fails, and each target with its URL', () => {
    const verdict = judge({ ...good, 'chat/messages': fails });

    expect(verdict).toMatchObject({ state: 'impaired', mechanisms: ['reset'] });
    expect(verdict.targets[0]?.url).toBe(service.targets[0]?.urls[0]);
  });
});

describe('a service with attempts on an optional role only', () => {
  it('has too few attempts', () => {
    expect(judge({ 'chat/api': works })).toMatchObject({
      state: 'insufficient',
      reason: 'too-few-attempts',
    });
  });
});

describe('a service', () => {
  it.each<[string, string, Record<string, Attempt[]>]>([
    ['ok', 'all required roles work', good],
    ['ok', 'an optional role fails', { ...good, 'chat/api': fails }],
    ['ok', 'a target without a vote fails', { ...good, 'chat/site': fails }],
    ['ok', 'only the sentinel was planned', { 'chat/web': works }],
    ['impaired', 'one required role fails', { ...good, 'chat/messages': fails }],
    [
      'impaired',
      'a role that another needs fails and a third works',
      { ...good, 'chat/web': fails },
    ],
    [
      'likely_blocked',
      'only a role that needs the failing one works',
      { ...good, 'chat/web': fails, 'chat/messages': fails },
    ],
    [
      'likely_blocked',
      'one required role fails and the others are unknown',
      { 'chat/web': fails, 'chat/messages': unknown, 'chat/media': unknown },
    ],
    [
      'impaired',
      'half of one role works and the other roles are unknown',
      { 'chat/web': works, 'chat/search': fails, 'chat/messages': unknown },
    ],
    ['down', 'every role is down', { 'chat/web': isDown, 'chat/messages': isDown }],
    [
      'likely_blocked',
      'one role is down and another fails by its network',
      { 'chat/web': isDown, 'chat/messages': fails },
    ],
    ['insufficient', 'a required role is unknown', { ...good, 'chat/messages': unknown }],
    ['insufficient', 'a planned target was not attempted', { ...good, 'chat/messages': [] }],
    ['insufficient', 'nothing was planned', {}],
    ['insufficient', 'only an optional role was probed', { 'chat/api': works }],
  ])('is %s where %s', (state, _case, attempts) => {
    expect(judge(attempts).state).toBe(state);
  });

  it('is insufficient where the browser lacks the permission', () => {
    const verdict = judge({ 'chat/web': [] }, ['chat/web']);

    expect(verdict).toMatchObject({ state: 'insufficient', reason: 'needs-permission' });
  });

  it('has the mechanisms of all its failing roles', () => {
    const verdict = judge({ 'chat/web': fails, 'chat/messages': repeated('timeout', 3) });

    expect(verdict.mechanisms).toEqual(['reset', 'timeout']);
  });

  it('is ok with the confidence of its roles', () => {
    const unsteady = [aFailure('reset'), anAttempt()];

    expect(judge(good).confidence).toBe('high');
    expect(judge({ ...good, 'chat/media': unsteady }).confidence).toBe('medium');
  });

  it('lists every role, and every target that was planned, with its attempts', () => {
    const verdict = judge({ 'chat/web': works, 'chat/site': fails });

    expect(verdict.roles).toMatchObject([
      { role: 'web', required: true, state: 'ok' },
      { role: 'messages', required: true, state: 'insufficient' },
      { role: 'media', required: true, state: 'insufficient' },
      { role: 'api', required: false, state: 'insufficient' },
    ]);
    expect(verdict.targets).toMatchObject([
      { id: 'chat/web', role: 'web', kind: 'https', state: 'ok', attempts: works },
      { id: 'chat/site', state: 'likely_blocked', mechanisms: ['reset'], attempts: fails },
    ]);
  });
});

describe('a transfer', () => {
  const rates = { download: 1_000_000, upload: 1_000_000, waver: false };

  const slow = anAttempt({ bytes: 33_792, totalMs: 5_000 });
  const unsent = aFailure('timeout', { failedOperation: 'write' });

  function judgeAll(
    kind: 'download' | 'upload',
    attempts: Attempt[],
    { web, tries = [] }: { web: Attempt[]; tries?: boolean[] },
    transferRates: TransferRates = rates,
  ) {
    const window = {
      ...emptyWindow('chat/web'),
      tries: tries.map((ok) => ({ at: at(0), ok, mechanism: null })),
    };
    const evidence = aServiceEvidence(
      { 'chat/web': web, 'chat/large': attempts },
      {
        service: aService({
          roles: [aServiceRole(), aServiceRole({ role: 'media' })],
          targets: [aTarget(), aTarget({ id: 'chat/large', kind, role: 'media' })],
        }),
        windows: new Map([['chat/web', window]]),
      },
    );
    return diagnoseService(evidence, aTargetContext({ transferRates }), aNetwork());
  }

  function judgeTransfer(...seen: Parameters<typeof judgeAll>) {
    return judgeAll(...seen).targets.at(-1);
  }

  it.each<[string, string, Attempt[]]>([
    ['medium', 'crawls', [slow, slow]],
    ['medium', 'is silent, but for a small part', [unsent, anAttempt({ bytes: 64 }), unsent]],
    ['high', 'is refused by the server', [aFailure('reset')]],
    ['high', 'is quick the second time', [slow, anAttempt({ bytes: 33_792, totalMs: 200 })]],
  ])('leaves a service ok, %s, where it %s as all others do', (confidence, _case, attempts) => {
    const asSlow = { download: 7_000, upload: null, waver: false };
    const verdict = judgeAll('download', attempts, { web: [anAttempt()] }, asSlow);

    expect(verdict).toMatchObject({ state: 'ok', confidence });
  });

  it.each<[string, string, Attempt[], boolean[]]>([
    ['impaired', 'small requests get through at once', [anAttempt()], [true, false]],
    ['insufficient', 'a small one was silent', [aFailure('timeout'), anAttempt()], []],
    ['insufficient', 'a small one was late', [anAttempt({ totalMs: 3_100 })], []],
    ['insufficient', 'a first packet was sent again', [anAttempt({ connectMs: 1_000 })], []],
    ['impaired', 'a connection took long to open', [anAttempt({ connectMs: 999 })], []],
    ['insufficient', 'two of them failed of late', [anAttempt()], [false, true, false]],
    ['impaired', 'a block of it has ended', [anAttempt()], [false, false, false, true]],
    ['impaired', 'another host is blocked', repeated('timeout', 3), [false, false, false]],
  ])('that crawls is %s where %s', (state, _case, web, tries) => {
    expect(judgeTransfer('download', [slow, slow], { web, tries })?.state).toBe(state);
  });

  const atOffset = aFailure('timeout', { bytes: 16_384, freezeAtBytes: 16_384 });
  const frozen = {
    download: [atOffset, atOffset],
    upload: [unsent, anAttempt({ bytes: 64 }), unsent],
  };
  const wavering = [aFailure('timeout'), anAttempt()];

  it.each<['download' | 'upload', string, string, Attempt[], boolean[]]>([
    ['upload', 'tls.throttle.sni', 'small requests get through', [anAttempt()], [true, false]],
    ['upload', 'timeout', 'a small one is silent', repeated('timeout', 3), []],
    ['upload', 'timeout', 'a small one was late', [anAttempt({ totalMs: 3_100 })], []],
    ['upload', 'timeout', 'two of them failed of late', [anAttempt()], [false, true, false]],
    ['download', 'tls.throttle.sni', 'a small one is silent', repeated('timeout', 3), []],
    ['download', 'timeout', 'a small one was silent, and answered', wavering, []],
  ])('%s that stops twice is %s where %s', (kind, mechanism, _case, web, tries) => {
    expect(judgeTransfer(kind, frozen[kind], { web, tries })).toMatchObject({
      mechanisms: [mechanism],
      ...(mechanism === 'timeout' && { state: 'impaired' }),
    });
  });
});

describe('a service of which a portal lets a part through', () => {
  const portal = aNetwork({ state: 'captive_portal' });
  const shut = [aGate(-10, { passed: false })];
  const cut = repeated('reset', 1);

  function behind(
    attempts: Record<string, readonly Attempt[]>,
    { gates = shut, network = portal, forbidden = [] as string[] } = {},
  ) {
    const seen = aServiceEvidence(attempts, { service, forbidden: new Set(forbidden) });
    return diagnoseService(seen, aTargetContext({ gates }), network);
  }

  it('is impaired, of which little is sure', () => {
    expect(behind({ ...good, 'chat/media': cut })).toMatchObject({
      state: 'impaired',
      confidence: 'low',
      mechanisms: [],
      reason: 'some-roles-fail',
    });
  });

  it('opens where all of it gets through', () => {
    expect(behind(good).state).toBe('ok');
  });

  it.each([
    [
      'nothing of it gets through',
      { 'chat/web': cut, 'chat/messages': cut, 'chat/media': cut },
      {},
    ],
    [
      'what gets through came over a connection from before',
      { 'chat/web': [anAttempt({ reusedConnection: true })], 'chat/messages': cut },
      {},
    ],
    ['the rest was not permitted', { ...good, 'chat/media': [] }, { forbidden: ['chat/media'] }],
    ['the portal came later', { ...good, 'chat/media': cut }, { gates: [aGate(-10)] }],
    [
      'the network is degraded instead',
      { ...good, 'chat/media': cut },
      { network: aNetwork({ state: 'degraded', trouble: 'certificates' }) },
    ],
  ])('is not told where %s', (_case, attempts, circumstances) => {
    expect(behind(attempts, circumstances).state).toBe('insufficient');
  });
});

describe('a service of which a filter of one’s own withholds a part', () => {
  const names = new Set(['api.chat.example']);
  const withFilter = aService({
    roles: [aServiceRole(), aServiceRole({ role: 'api', required: false })],
    targets: [
      aTarget(),
      aTarget({ id: 'chat/api', role: 'api', urls: ['https://api.chat.example/'] }),
    ],
  });
  const judgeWithFilter = (needed: boolean) =>
    diagnoseService(
      aServiceEvidence(
        { 'chat/web': repeated('refused', 3), 'chat/api': repeated('name', 3) },
        {
          service: {
            ...withFilter,
            roles: withFilter.roles.map((one) => ({ ...one, required: one.required || needed })),
          },
        },
      ),
      aTargetContext({ filteredNames: names }),
      aNetwork(),
    );

  it.each([
    ['unknown', 'nobody needs that', false],
    ['local', 'it is needed', true],
  ])('is likely blocked, by whom is %s, where %s', (locus, _case, needed) => {
    expect(judgeWithFilter(needed)).toMatchObject({ state: 'likely_blocked', locus });
  });
});
