import { describe, expect, it } from 'vitest';
import type { Service } from '../../../../lib/catalog/schema.ts';
import { preliminaryWord } from '../../../../lib/diagnose/service/preliminary.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import {
  aFailure,
  anAttempt,
  anInvalidAttempt,
  type FailureKind,
  failureKinds,
} from '../../../helpers/attempts.ts';
import { aService, aServiceRole, aTarget } from '../../../helpers/catalog.ts';

/** Its page first; then what needs the page, what does not, and what decides nothing. */
const chat = aService({
  roles: [
    aServiceRole(),
    aServiceRole({ role: 'media', needs: 'web' }),
    aServiceRole({ role: 'messages', match: 'any' }),
    aServiceRole({ role: 'api', required: false }),
  ],
  targets: [
    aTarget({ id: 'web' }),
    aTarget({ id: 'page', votes: false }),
    aTarget({ id: 'media', role: 'media' }),
    aTarget({ id: 'messages', role: 'messages' }),
    aTarget({ id: 'messages-too', role: 'messages' }),
    aTarget({ id: 'api', role: 'api' }),
    aTarget({ kind: 'download', id: 'download', role: 'web' }),
  ],
});

function wordAfter(attempts: Record<string, Attempt[]>, service: Service = chat) {
  return preliminaryWord(service, new Map(Object.entries(attempts)));
}

const open = [anAttempt()];
const cut = [aFailure('reset')];

describe('the preliminary word of a service', () => {
  it.each<[string, Record<string, Attempt[]>]>([
    ['nothing was tried', {}],
    ['no attempt is evidence', { web: [anInvalidAttempt(), anInvalidAttempt({ ok: true })] }],
    ['only a target without a vote fails', { page: cut }],
    ['only a transfer fails', { download: cut }],
    ['only a role fails that is not required', { api: cut }],
  ])('is none where %s', (_case, attempts) => {
    expect(wordAfter(attempts)).toBeNull();
  });

  it.each<[string, Record<string, Attempt[]>]>([
    ['its sentinel got through', { web: open }],
    ['its sentinel got through at the second attempt', { web: [...cut, ...open] }],
    ['nothing but a role fails that is not required', { web: open, api: cut }],
    ['nothing but a transfer fails', { web: open, download: cut }],
    ['one of two alternatives fails', { web: open, messages: cut, 'messages-too': open }],
  ])('is "opens" where %s', (_case, attempts) => {
    expect(wordAfter(attempts)).toBe('opens');
  });

  it.each<[string, Record<string, Attempt[]>]>([
    ['a required role fails beside one that works', { web: open, media: cut }],
    ['its page fails and its messages get through', { web: cut, messages: open }],
  ])('is "in part" where %s', (_case, attempts) => {
    expect(wordAfter(attempts)).toBe('in-part');
  });

  const words = {
    name: 'name-not-found',
    timeout: 'no-answer',
    connectTimeout: 'no-answer',
    reset: 'cut-off',
  } as const satisfies Partial<Record<FailureKind, string>>;

  it.each(failureKinds)('tells no more than the browser revealed: %s', (kind) => {
    const expected = kind in words ? words[kind as keyof typeof words] : 'fails';

    expect(wordAfter({ web: [aFailure(kind)] })).toBe(expected);
  });

  it('is "no answer" where the browser itself gave up a handshake', () => {
    const attempt = aFailure('timeout', { failedOperation: 'tls_handshake' });

    expect(wordAfter({ web: [attempt] })).toBe('no-answer');
  });

  it('is "cut off" where the answer broke off', () => {
    expect(wordAfter({ web: [aFailure('reset', { failedOperation: 'read' })] })).toBe('cut-off');
  });

  it('goes by the sentinel, whatever else fails', () => {
    expect(wordAfter({ messages: [aFailure('timeout')], web: cut })).toBe('cut-off');
  });

  it('goes by the other targets where the sentinel was not asked', () => {
    expect(wordAfter({ messages: [aFailure('timeout')] })).toBe('no-answer');
  });

  it('is the plain "fails" where failures differ', () => {
    expect(wordAfter({ web: [...cut, aFailure('timeout')] })).toBe('fails');
  });

  it('does not count what needs a page that fails', () => {
    expect(wordAfter({ web: cut, media: open })).toBe('cut-off');
  });

  it('does not count an open WebSocket of a page that fails', () => {
    const socket = aTarget({ kind: 'websocket', id: 'socket', role: 'web' });
    const service = aService({ targets: [aTarget({ id: 'web' }), socket] });

    expect(wordAfter({ web: cut, socket: open }, service)).toBe('cut-off');
    expect(wordAfter({ web: open, socket: cut }, service)).toBe('in-part');
  });
});
