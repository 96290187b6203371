import { expect, it } from 'vitest';
import {
  alertMemoryWithout,
  changeAlertMemory,
  readAlertMemory,
} from '../../../lib/history/alert-memory.ts';
import type { AlertMemory } from '../../../lib/model/alert.ts';
import { aMemory, someNews } from '../../helpers/alerts.ts';
import { at } from '../../helpers/clock.ts';
import { useHistory } from '../../helpers/history.ts';

const open = useHistory();
const chat = { at: at(0), service: 'chat' };
const memory = aMemory({
  known: { chat: 'closed', mail: 'ok' },
  news: [someNews(), someNews({ service: 'mail' })],
  count: 2,
  shown: [chat, { at: at(900), service: 'mail' }],
});

it('is kept in the history, sealed, until it is forgotten', async () => {
  const history = await open();

  expect(await readAlertMemory(history)).toBeNull();
  await changeAlertMemory(
    async () => history,
    () => memory,
  );
  expect(await readAlertMemory(history)).toEqual(memory);
  await changeAlertMemory(
    async () => history,
    () => null,
  );
  expect(await readAlertMemory(history)).toBeNull();
});

it('is changed anew where another change has come between', async () => {
  const history = await open();
  const toWrite = async () => history;
  await changeAlertMemory(toWrite, () => memory);
  const without = (before: AlertMemory | null) =>
    before && alertMemoryWithout(before, new Set(['mail']));
  let tries = 0;

  await changeAlertMemory(toWrite, async (before) => {
    tries += 1;
    if (tries === 1) await changeAlertMemory(toWrite, without);
    return { ...(before ?? aMemory()), count: 3 };
  });

  expect(tries).toBe(2);
  expect(await readAlertMemory(history)).toEqual({ ...without(memory), count: 3 });
});

it('has nothing of a service that is deleted, but how often something was told', () => {
  expect(alertMemoryWithout(memory, new Set(['mail']))).toEqual(
    aMemory({
      known: { chat: 'closed' },
      news: [someNews()],
      count: 2,
      shown: [chat, { at: at(900), service: null }],
    }),
  );
});
