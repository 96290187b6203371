import { describe, expect, it } from 'vitest';
import type { ExportOptions } from '../../../lib/export/format.ts';
import { writeRounds } from '../../../lib/export/format.ts';
import {
  type ExportFormatId,
  exportFormatIds,
  exportFormats,
} from '../../../lib/export/formats.ts';
import type { Round } from '../../../lib/model/round.ts';
import { anAddressProbe } from '../../helpers/evidence.ts';
import { noCircumstances } from '../../helpers/rounds.ts';
import { exampleAttempt, exampleRound, exampleService, exampleTarget } from './example-round.ts';

const rounds = [exampleRound(), exampleRound({ id: 'round-2' })];

/** The parts of a file: its beginning, one part per round, its end. */
async function partsOf(
  id: ExportFormatId,
  given: readonly Round[],
  options: Partial<ExportOptions> = {},
): Promise<string[]> {
  const format = await exportFormats[id].load();
  return writeRounds(
    format.createWriter({ single: false, routing: false, addresses: true, ...options }),
    given,
  );
}

describe('every export format', () => {
  it.each(exportFormatIds)('%s has an extension and a media type', async (id) => {
    const { extension, mediaType } = await exportFormats[id].load();

    expect(extension).toMatch(/^[a-z0-9]+$/);
    expect(mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+(;charset=utf-8)?$/);
  });

  it.each(exportFormatIds)('%s writes two files at once without mixing them up', async (id) => {
    const format = await exportFormats[id].load();
    const [one, other] = [
      format.createWriter({ single: false, routing: false, addresses: false }),
      format.createWriter({ single: false, routing: false, addresses: false }),
    ];

    const begun = [one.begin(), other.begin()];
    const written = [one.round(exampleRound()), one.end()].join('');

    expect(begun[0]).toBe(begun[1]);
    expect(written).toContain('round-1');
    expect(other.end()).not.toContain('round-1');
  });

  it.each(exportFormatIds.filter((id) => exportFormats[id].pageName !== null))(
    '%s, which pages offer, contains the route only if requested',
    async (id) => {
      const hidden = (await partsOf(id, rounds)).join('');

      expect(hidden).not.toMatch(/vpn_likely|64500/);
    },
  );
});

describe('the addresses of servers', () => {
  it.each(exportFormatIds)('are in %s only if requested, and their kinds always', async (id) => {
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
      [false, true].map(async (addresses) => (await partsOf(id, [round], { addresses })).join('')),
    );

    expect(hidden).not.toContain('192.0.2.10');
    expect(shown).toContain('192.0.2.10');
    expect(hidden).toContain('shared');
  });
});

describe('JSON Lines', () => {
  it('has one line per round, written at once', async () => {
    const [begin, first, second, end] = await partsOf('jsonl', rounds);

    expect([begin, end]).toEqual(['', '']);
    expect(first).toMatch(/^[^\n]+\n$/);
    expect([first, second].map((line) => JSON.parse(line ?? ''))).toEqual(rounds);
  });
});

describe('JSON', () => {
  it('is one document, written at the end: an object for a single round, else a list', async () => {
    const single = await partsOf('json', rounds.slice(0, 1), { single: true });
    const several = await partsOf('json', rounds);

    expect(single.slice(0, -1).join('')).toBe('');
    expect(JSON.parse(single.at(-1) ?? '')).toEqual(rounds[0]);
    expect(JSON.parse(several.join(''))).toEqual(rounds);
  });

  it('is a list if one of several rounds came, and empty if a single one did not', async () => {
    const oneOfSeveral = await partsOf('json', rounds.slice(0, 1));
    const noneOfOne = await partsOf('json', [], { single: true });

    expect(JSON.parse(oneOfSeveral.join(''))).toEqual(rounds.slice(0, 1));
    expect(noneOfOne.join('')).toBe('');
  });
});

describe('CSV', () => {
  it('has one header, and rows for each round, written at once', async () => {
    const [begin, first, second, end] = await partsOf('csv', rounds);

    expect(begin).toMatch(/^schema_version,round_id,.*\r\n$/);
    expect(first).toMatch(/^2,round-1,.*\r\n$/);
    expect(second).toMatch(/^2,round-2,.*\r\n$/);
    expect(end).toBe('');
  });
});
