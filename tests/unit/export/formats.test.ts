import { describe, expect, it } from 'vitest';
import type { ExportOptions } from '../../../lib/export/format.ts';
import { type ExportFormatId, exportFormats } from '../../../lib/export/formats.ts';
import { exportFormatIds, formatTraits } from '../../../lib/export/traits.ts';
import type { Round } from '../../../lib/model/round.ts';
import { anAddressProbe } from '../../helpers/evidence.ts';
import * as exports from '../../helpers/exports.ts';
import { noCircumstances } from '../../helpers/rounds.ts';
import { exampleAttempt, exampleRound, exampleService, exampleTarget } from './example-round.ts';

const rounds = [exampleRound(), exampleRound({ id: 'round-2' })];

/** The parts of a file with the addresses of servers, as text. */
async function partsOf(
  id: ExportFormatId,
  given: readonly Round[],
  options: Partial<ExportOptions> = {},
): Promise<string[]> {
  const format = await exportFormats[id]();
  const parts = await exports.partsOf(format, given, { addresses: true, ...options });
  return parts.map((part) => new TextDecoder().decode(part));
}

describe('every export format', () => {
  it.each(exportFormatIds)('%s has an extension and a media type', async (id) => {
    const { extension, mediaType } = await exportFormats[id]();

    expect(extension).toBe(formatTraits[id].extension);
    expect(extension).toMatch(/^[a-z0-9.]+$/);
    expect(mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+(;charset=utf-8)?$/);
  });

  it('is told apart by its extension', () => {
    const extensions = exportFormatIds.map((id) => formatTraits[id].extension);
    expect(new Set(extensions).size).toBe(extensions.length);
  });

  it.each(exportFormatIds)('%s contains the route only if requested', async (id) => {
    const left = exampleService({ id: 'max', reason: 'not-through-detour' });
    const services = [exampleService(), left];
    const circumstances = { ...noCircumstances, homeSpared: true, homeUncounted: true };
    const told = [exampleRound({ services, circumstances })];

    expect(await exports.readableOf(id, told)).not.toMatch(
      /vpn_likely|64500|detour|homeSpared|homeUncounted/,
    );
  });
});

/** Formats that have attempts in them. */
const withAddresses = exportFormatIds.filter((id) => id !== 'verdicts' && id !== 'changes');

describe('the addresses of servers', () => {
  it.each(withAddresses)('are in %s only if requested, and their kinds always', async (id) => {
    const seen = exampleAttempt({ remoteIp: '192.0.2.10' });
    const attempts = [seen, exampleAttempt({ remoteIp: null, remoteIpKind: 'shared' })];
    const round = exampleRound({
      services: [exampleService({ targets: [exampleTarget({ attempts })] })],
      circumstances: {
        ...noCircumstances,
        controls: [{ id: 'site', attempts: [seen] }],
        addressProbes: [anAddressProbe({ attempts: [seen] })],
      },
    });

    const [hidden, shown] = await Promise.all(
      [false, true].map((addresses) => exports.readableOf(id, [round], { addresses })),
    );

    expect(hidden).not.toContain('192.0.2.10');
    expect(shown).toContain('192.0.2.10');
    expect(hidden).toContain('shared');
  });
});

describe('JSON Lines', () => {
  it('has one line per round, written at once', async () => {
    const parts = await partsOf('jsonl', rounds, { routing: true });

    expect(parts.every((part) => /^[^\n]+\n$/.test(part))).toBe(true);
    expect(parts.map((line) => JSON.parse(line))).toEqual(rounds);
  });
});

describe('JSON', () => {
  it('is an object for a single round, else a list, written round by round', async () => {
    const single = await partsOf('json', rounds.slice(0, 1), { single: true, routing: true });
    const several = await partsOf('json', rounds, { routing: true });

    expect(JSON.parse(single.join(''))).toEqual(rounds[0]);
    expect(several.join('')).toBe(`${JSON.stringify(rounds, null, 2)}\n`);
    expect(several).toHaveLength(3);
  });

  it('is a list if one of several rounds came or none, and empty if a single one did not', async () => {
    const oneOfSeveral = await partsOf('json', rounds.slice(0, 1), { routing: true });
    const none = await partsOf('json', []);
    const noneOfOne = await partsOf('json', [], { single: true });

    expect(JSON.parse(oneOfSeveral.join(''))).toEqual(rounds.slice(0, 1));
    expect(JSON.parse(none.join(''))).toEqual([]);
    expect(noneOfOne.join('')).toBe('');
  });
});

describe('CSV', () => {
  it('has one header, and rows for each round, written at once', async () => {
    const [first, second, ...rest] = await partsOf('csv', rounds);

    expect(first).toMatch(/^schema_version,round_id,[^\r]*\r\n2,round-1,[^\r]*\r\n$/);
    expect(second).toMatch(/^2,round-2,[^\r]*\r\n$/);
    expect(rest).toEqual([]);
  });
});
