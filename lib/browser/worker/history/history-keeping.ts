import type { OwnHistory } from '../../../history/own-history.ts';
import type { HistoryKeeping } from '../../../messages/history-keeping.ts';
import { createRestoring, type Restoring } from './restoring.ts';

interface Kept extends Restoring {
  history: OwnHistory;
}

export function createHistoryKeeping(kept: Kept): HistoryKeeping {
  const { history, onHistory } = kept;
  return {
    mend: () => history.mend(),
    switchTo: createRestoring(kept),
    async deleteSetAside(database) {
      await history.deleteSetAside(database);
      onHistory();
    },
  };
}
