import type { OwnHistory } from '../../history/own-history.ts';
import type { HistoryKeeping } from '../../messages/history-keeping.ts';

/** @param onChanged called where the history is another afterwards */
export function createHistoryKeeping(history: OwnHistory, onChanged: () => void): HistoryKeeping {
  return {
    mend: () => history.mend(),
    async deleteSetAside(database) {
      await history.deleteSetAside(database);
      onChanged();
    },
  };
}
