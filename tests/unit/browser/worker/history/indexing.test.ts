import { expect, it } from 'vitest';
import { beginIndexing } from '../../../../../lib/browser/worker/history/indexing.ts';
import { createPendingWork } from '../../../../../lib/browser/worker/pending-work.ts';
import { createOwnHistory, type OwnHistory } from '../../../../../lib/history/own-history.ts';
import { someKeys } from '../../../../helpers/history.ts';

it('goes on once, however often it is told to, until it has come to its end', async () => {
  const history = createOwnHistory(someKeys());
  let asked = 0;
  const counting: OwnHistory = {
    ...history,
    async toRead() {
      asked += 1;
      return history.toRead();
    },
  };
  const work = createPendingWork();
  const indexing = beginIndexing(counting, work);
  await work.done();
  const once = asked;

  for (let told = 0; told < 3; told += 1) indexing.goOn();
  await work.done();
  expect(asked).toBe(2 * once);

  indexing.goOn();
  await work.done();
  expect(asked).toBe(3 * once);
  await history.destroy();
});
