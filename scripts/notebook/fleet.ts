import { createFleet, type Fleet, type Said } from '../../tests/helpers/fleet.ts';

const hours = 8;

function always(state: Said[number]): Said {
  return Array.from({ length: hours }, () => state);
}

function from(hour: number, state: Said[number]): Said {
  return always('ok').map((before, at) => (at < hour ? before : state));
}

/** What the probes of the notebook said of WhatsApp, an hour after the other. The last letter f means Firefox. */
const said: Record<string, Said> = {
  'kz-beeline-1': always('ok'),
  'kz-beeline-2': always('ok').with(5, 'likely_blocked'),
  'kz-beeline-3': always('ok'),
  'ru-ertelecom-1': from(3, 'blocked'),
  // A false alarm before the block, and a gap in it.
  'ru-ertelecom-2': from(3, 'blocked').with(1, 'likely_blocked').with(5, null),
  'ru-ertelecom-3f': from(4, 'likely_blocked'),
  'ru-mts-1': always('ok').with(6, 'impaired'),
  'ru-mts-2f': always('ok'),
};

/** Eight simulated probes on three networks. */
export function createNotebookFleet(): Fleet {
  const fleet = createFleet();
  for (const [probe, states] of Object.entries(said)) fleet.write(probe, states);
  return fleet;
}
