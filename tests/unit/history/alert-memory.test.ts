import { expect, it } from 'vitest';
import {
  alertMemoryWithout,
  readAlertMemory,
  writeAlertMemory,
} from '../../../lib/history/alert-memory.ts';
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
  await writeAlertMemory(history, memory);
  expect(await readAlertMemory(history)).toEqual(memory);
  await writeAlertMemory(history, null);
  expect(await readAlertMemory(history)).toBeNull();
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
