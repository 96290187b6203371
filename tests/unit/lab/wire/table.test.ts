import { expect, it } from 'vitest';
import { catalog } from '../../../../lib/catalog/index.ts';
import { momentsOfPulse, momentsOfWatches, pulsesOfDay } from '../../../lab/wire/day.ts';
import { insertTable } from '../../../lab/wire/insert-table.ts';
import { tableOf as paddedTableOf } from '../../../lab/wire/table.ts';
import { aDiary, anEntry, anEpisode, aRequest, at } from './diaries.ts';

/** Without the spaces that align columns. */
function tableOf(...parts: Parameters<typeof paddedTableOf>): string {
  return paddedTableOf(...parts).replaceAll(/ +/g, ' ');
}

it('counts each episode for all the moments for which it stands', () => {
  const log = [
    ...aRequest('ya.ru', { bytesIn: 1_000, bytesOut: 4_000 }),
    ...aRequest('ya.ru', { connection: 2, time: at(5_000), bytesIn: 1_000, bytesOut: 4_000 }),
  ];

  const table = tableOf(aDiary({ episodes: [anEpisode({ log, at: [15, 30, 45] })] }), catalog);

  expect(table).toContain('| a scheduled round (pulse) | 3 | 2 | 1 | 10 | 5 |');
  expect(table).toContain('| ya.ru | 6 | HEAD | HTTPS | 6 | 6 | 24 | 5 s | 5 s |');
  expect(table).toContain('a day moves 30 kB');
  expect(table).toContain('Headers seen: `accept`, `host`.');
});

it('lists what is inside the country apart, and calls and plain HTTP by their kind', () => {
  const plain = { connection: 2, port: 80 };
  const log = [
    ...aRequest('ya.ru'),
    anEntry({ kind: 'tcp', ...plain, bytesIn: 300, bytesOut: 200 }),
    anEntry({ kind: 'http', name: 'viber.com', method: 'GET', ...plain }),
    anEntry({ kind: 'stun', name: 'stun.l.google.com', port: 19302 }),
    anEntry({ kind: 'dns', name: 'accounts.google.com' }),
  ];

  const lines = tableOf(aDiary({ episodes: [anEpisode({ log })] }), catalog).split('\n');

  const cells = lines.map((line) => line.split(' | ')[0]?.replace('| ', '') ?? '');
  const hosts = cells.slice(cells.indexOf('host') + 2, -2);
  expect(hosts).toEqual([
    '**Messengers abroad**',
    'viber.com',
    '**Neutral sites, name servers and call servers**',
    'stun.l.google.com',
    '**Inside the country**',
    'ya.ru',
  ]);
  expect(lines).toContain('| viber.com | 1 | GET | HTTP | 0 | 0.3 | 0.2 | | |');
  expect(lines).toContain('| stun.l.google.com | 1 | | STUN | 0 | 0 | 0 | | |');
});

it('says how long alarms waited', () => {
  const delays = [{ event: 'start', fromBefore: 75.2, fromSeen: 74.6 } as const];

  expect(tableOf(aDiary({ delays }), catalog)).toContain(
    'The alarm after a start of the browser waited 75 s.',
  );
});

it('lets the pulses that were played stand for all of a day, each moment once', () => {
  const moments = [0, 1, 2].flatMap((index) => momentsOfPulse(index, 3));

  expect(new Set(moments).size).toBe(pulsesOfDay);
  expect(moments).toHaveLength(pulsesOfDay);
  expect(pulsesOfDay).toBe(92);
  expect(momentsOfWatches(10)).toHaveLength(144);
});

it("replaces the table of one browser, and refuses a document without that browser's mark", () => {
  const document = 'A\n<!-- wire: firefox -->\nold\n<!-- wire: end -->\nB\n';

  expect(insertTable(document, 'firefox', 'new')).toBe(
    'A\n<!-- wire: firefox -->\n\nnew\n\n<!-- wire: end -->\nB\n',
  );
  expect(() => insertTable(document, 'chromium', 'new')).toThrow('<!-- wire: chromium -->');
});
