import type { WritableHistory } from '../open.ts';
import type { Seal } from '../seal.ts';
import type { OmissionList } from './omission-list.ts';

/** All records on their way to another key. */
export interface Move extends OmissionList {
  /** The history under either key, as others use it meanwhile. */
  open: () => Promise<WritableHistory>;
  from: Seal;
  to: Seal;
}
