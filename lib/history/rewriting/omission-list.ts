import type { Omission } from '../../model/deletion.ts';
import type { OwnHistory, PlaceKeeper } from '../own-history.ts';
import { quickPacking } from '../quick-packing.ts';
import { createSeal, type Sealed } from '../seal.ts';

/** What is to be left out, from the person's wish until the old key is gone. */
export interface OmissionList {
  omissions: Omission[];
  /**
   * Number of the last round that they concern, as what is recorded later is kept as it is; null until they are out of
   * the index, and where exits or notes alone are left out.
   */
  through: number | null;
}

export interface FoundList extends OmissionList {
  record: Sealed;
  /** It is under the current key, and so younger than the move to it. */
  isCurrent: boolean;
}

/** Keeps the list with the history's facts. */
export interface ListKeeper {
  /** Null without one; one that no key opens is a list that was done. */
  read(): Promise<FoundList | null>;
  /** Under the current key; does nothing without one, as then nothing was ever kept. */
  write(list: OmissionList): Promise<void>;
  /** Removes one that no key opens: all of it is done. */
  removeDone(): Promise<void>;
}

export function createListKeeper(history: OwnHistory, keeper: PlaceKeeper): ListKeeper {
  async function sealedList(): Promise<Sealed | undefined> {
    return (await history.toRead()).database.get('sealedFacts', 'omissions');
  }

  async function read(): Promise<FoundList | null> {
    const record = await sealedList();
    if (record === undefined) return null;
    const { current, former } = await keeper.read();
    for (const key of [current, former]) {
      const seal = await createSeal({ current: key, former: null }, quickPacking);
      const list = await seal?.open<OmissionList>(record);
      if (list !== undefined) return { ...list, record, isCurrent: key === current };
    }
    return null;
  }

  return {
    read,
    async write(list) {
      const { database, seal } = await history.toRead();
      if (seal !== null) await database.put('sealedFacts', await seal.close(list), 'omissions');
    },
    async removeDone() {
      if ((await sealedList()) === undefined || (await read()) !== null) return;
      await (await history.toRead()).database.delete('sealedFacts', 'omissions');
    },
  };
}
