import { beforeEach, expect, it } from 'vitest';
import type { TransitionsRecord } from '../../../../lib/history/index/records.ts';
import type { WritableHistory } from '../../../../lib/history/open.ts';
import { recentTransitions } from '../../../../lib/history/queries/transitions.ts';
import type { Transition } from '../../../../lib/model/transition.ts';
import { at } from '../../../helpers/clock.ts';
import { useHistory } from '../../../helpers/history.ts';

const open = useHistory();

const change = (number: number, service: string): Transition => ({
  number,
  day: 0,
  roundId: `round-${number}`,
  service,
  at: at(number),
  from: 'ok',
  to: 'blocked',
  mechanisms: [],
  confidence: 'high',
  route: 'direct',
  witnesses: [],
});

let history: WritableHistory;
beforeEach(async () => {
  history = await open();
  const { database, seal } = history;
  const records = [
    [change(1, 'mail'), change(2, 'chat')],
    [change(3, 'chat'), change(4, 'mail')],
  ];
  for (const [key, transitions] of records.entries()) {
    const record: TransitionsRecord = { transitions };
    await database.put('sealedTransitions', await seal.close(record), key);
  }
});

it.each([
  ['of all services', undefined, 3, [4, 3, 2]],
  ['of one service', 'chat', 3, [3, 2]],
  ['of one service, within one record', 'mail', 1, [4]],
])(
  'gives the newest changes first, no more than are wanted: %s',
  async (_of, service, limit, expected) => {
    const found = await recentTransitions(history, { service, limit });

    expect(found.map(({ number }) => number)).toEqual(expected);
  },
);
