import { describe, expect, it } from 'vitest';
import { createBidiLine } from '../../../../scripts/browser/bidi.ts';

function aLine() {
  const written: { id: number; method: string; params: unknown }[] = [];
  const line = createBidiLine((text) => written.push(JSON.parse(text)));
  return { line, written, answer: (message: object) => line.receive(JSON.stringify(message)) };
}

const tree = { maxDepth: 0 };

describe('a WebDriver BiDi client', () => {
  it('gives each command the answer with its number', async () => {
    const { line, written, answer } = aLine();

    const first = line.send('browsingContext.getTree', tree);
    const second = line.send('browser.close', {});
    answer({ type: 'success', id: 2, result: {} });
    answer({ type: 'success', id: 1, result: { contexts: [{ context: 'a' }] } });

    expect(await first).toEqual({ contexts: [{ context: 'a' }] });
    expect(await second).toEqual({});
    expect(written).toEqual([
      { id: 1, method: 'browsingContext.getTree', params: tree },
      { id: 2, method: 'browser.close', params: {} },
    ]);
  });

  it('rejects with the browser’s error', async () => {
    const { line, answer } = aLine();

    const asked = line.send('browsingContext.getTree', tree);
    answer({ type: 'error', id: 1, error: 'invalid argument', message: 'maxDepth is wrong' });

    await expect(asked).rejects.toThrow('maxDepth is wrong');
  });

  it('ignores messages that answer no command', async () => {
    const { line, answer } = aLine();

    const asked = line.send('browser.close', {});
    answer({ type: 'event', method: 'log.entryAdded', params: {} });
    answer({ type: 'error', id: null, error: 'unknown command', message: '' });
    answer({ type: 'success', id: 99, result: {} });
    answer({ type: 'success', id: 1, result: {} });

    await expect(asked).resolves.toEqual({});
  });

  it('rejects pending and later commands once the connection closes', async () => {
    const { line, written } = aLine();

    const waiting = line.send('browsingContext.getTree', tree);
    line.cut('the browser has ended');

    await expect(waiting).rejects.toThrow('the browser has ended');
    await expect(line.send('browser.close', {})).rejects.toThrow('the browser has ended');
    expect(written).toHaveLength(1);
  });
});
