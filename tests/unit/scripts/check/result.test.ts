import { describe, expect, it } from 'vitest';
import { exportFormats } from '../../../../lib/export/formats.ts';
import type { Output } from '../../../../scripts/check/output.ts';
import { createResult, type Result } from '../../../../scripts/check/result.ts';
import { noTicks } from '../../../helpers/exports.ts';
import { exampleRound } from '../../export/example-round.ts';

/** An output that records its parts. */
function anOutput() {
  const parts: string[] = [];
  const calls: string[] = [];
  const output: Output = {
    async write(part) {
      calls.push('write');
      parts.push(new TextDecoder().decode(part));
    },
    close: () => void calls.push('close'),
  };
  return { output, parts, calls };
}

async function aResult(format: 'json' | 'jsonl' | 'csv', output: Output): Promise<Result> {
  const loaded = await exportFormats[format]();
  return createResult(loaded, { ...noTicks, routing: true, addresses: true }, output);
}

const [first, second] = [exampleRound(), exampleRound({ id: 'round-2' })];

describe('the result of a check', () => {
  it('writes each round as JSON Lines before the next one', async () => {
    const { output, parts } = anOutput();
    const result = await aResult('jsonl', output);

    await result.add(first);
    const afterFirst = [...parts];
    await result.add(second);

    expect(afterFirst).toEqual([`${JSON.stringify(first)}\n`]);
    expect(parts).toEqual([first, second].map((round) => `${JSON.stringify(round)}\n`));
  });

  it('writes the header of CSV with the first round only', async () => {
    const { output, parts } = anOutput();
    const result = await aResult('csv', output);

    await result.add(first);
    await result.add(second);

    expect(parts).toHaveLength(2);
    expect(parts.map((part) => part.startsWith('schema_version,'))).toEqual([true, false]);
  });

  it('completes a JSON document at the end, with all rounds so far, and closes the output', async () => {
    const { output, parts, calls } = anOutput();
    const result = await aResult('json', output);
    await result.add(first);

    expect(await result.end()).toBe(true);

    expect(JSON.parse(parts.join(''))).toEqual([first]);
    expect(calls).toEqual(['write', 'write', 'close']);
  });

  it.each(['json', 'jsonl', 'csv'] as const)(
    'writes nothing as %s if no round was finished',
    async (format) => {
      const { output, calls } = anOutput();
      const result = await aResult(format, output);

      expect(await result.end()).toBe(false);

      expect(calls).toEqual(['close']);
    },
  );

  it('ignores rounds after the end', async () => {
    const { output, parts } = anOutput();
    const result = await aResult('jsonl', output);
    await result.add(first);
    await result.end();

    await result.add(second);

    expect(parts).toEqual([`${JSON.stringify(first)}\n`]);
  });

  it('tells who adds that a round cannot be written, and closes the output', async () => {
    const { output, calls } = anOutput();
    const full: Output = {
      ...output,
      write: async () => {
        throw new Error('the disk is full');
      },
    };
    const result = await aResult('jsonl', full);

    await expect(result.add(first)).rejects.toThrow('the disk is full');
    await expect(result.end()).rejects.toThrow('the disk is full');

    expect(calls).toEqual(['close']);
  });
});
