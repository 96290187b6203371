import { describe, expect, it } from 'vitest';
import { createOldConnections } from '../../../lib/round/old-connections.ts';
import { aFailedObservation, anObservation } from '../../helpers/observations.ts';

const url = 'https://web.chat.example/';
const reused = anObservation({ reusedConnection: true });
const fresh = anObservation({ reusedConnection: false });
const overHttp3 = aFailedObservation({ browserError: 'net::ERR_QUIC_PROTOCOL_ERROR' });
const hidden = anObservation({ httpStatus: 302, reusedConnection: null });

/** Whether a host is served by an old connection after these requests to it. */
function servesAfter(...seen: ReturnType<typeof anObservation>[]): boolean {
  const connections = createOldConnections();
  for (const one of seen) connections.note(url, one);
  return connections.serve(`${url}other`);
}

describe('a connection to a host', () => {
  it.each([
    [true, 'the first answer of the round came over an open one', [reused]],
    [true, 'later requests go freshly', [reused, fresh]],
    [false, 'the round opened it', [fresh, reused]],
    [false, 'the round tried to open it', [aFailedObservation(), reused]],
    [false, 'nothing was asked', []],
    [true, 'what came before was no evidence', [aFailedObservation({ valid: false }), reused]],
    [false, 'the answer itself was no evidence', [{ ...reused, valid: false }]],
    [false, 'whether it was open is hidden', [hidden]],
    [true, 'HTTP/3 failed, of which the browser knew before', [overHttp3]],
    [true, 'HTTP/3 failed after the round had opened one', [fresh, overHttp3]],
    [false, 'HTTP/3 failed in what is no evidence', [{ ...overHttp3, valid: false }]],
  ])('is from before the round: %s, where %s', (expected, _case, seen) => {
    expect(servesAfter(...seen)).toBe(expected);
  });

  it.each([
    [false, 'a plain one was open', [['http', reused]]],
    [
      true,
      'a plain one was opened',
      [
        ['http', fresh],
        ['https', reused],
      ],
    ],
  ] as const)('is over TLS: %s, where %s', (expected, _case, seen) => {
    const connections = createOldConnections();

    for (const [scheme, one] of seen) connections.note(`${scheme}://web.chat.example/`, one);

    expect(connections.serve(url)).toBe(expected);
  });

  it('is another host’s affair', () => {
    const connections = createOldConnections();

    connections.note('https://other.example/', reused);

    expect(connections.serve(url)).toBe(false);
  });
});

describe('a redirect, of which the browser hides whether its connection was open', () => {
  function withAnother(another: ReturnType<typeof anObservation>) {
    const connections = createOldConnections();
    connections.note('https://other.example/', another);
    connections.note(url, hidden);
    return connections;
  }

  it.each([
    [true, 'another host’s was', reused],
    [false, 'another host’s was not', fresh],
  ])('counts as over an old one: %s, where %s', (expected, _case, another) => {
    expect(withAnother(another).serve(url)).toBe(expected);
  });

  it('does not where the round opened a connection afterwards', () => {
    const connections = withAnother(reused);

    connections.note(url, fresh);

    expect(connections.serve(url)).toBe(false);
  });
});
