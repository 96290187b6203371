import type { ServiceState } from '../../lib/model/state.ts';
import type { Preliminary } from '../../lib/view/progress.ts';

export type Sign = ServiceState | 'missing';

/** What a service looks like while its round runs; `awaited` before anything is seen of it. */
export type AnySign = Sign | Preliminary['sign'] | 'awaited';

/** SVG path data on a square of 20 by 20. */
export interface SignShape {
  outline: string | null;
  /** A filled outline has its mark in the colour of the ground. */
  kind: 'fill' | 'line' | 'dashed';
  mark: string | null;
}

const ring = 'M1.6 10a8.4 8.4 0 1 0 16.8 0a8.4 8.4 0 1 0-16.8 0z';

/** Each sign has its own outline, so that it is recognisable without colour. */
export const signShapes: Record<AnySign, SignShape> = {
  ok: {
    outline: 'M1 10a9 9 0 1 0 18 0a9 9 0 1 0-18 0z',
    kind: 'fill',
    mark: 'm5.8 10.4 2.9 2.9 5.6-6.2',
  },
  impaired: { outline: 'M10 1.2 19.4 18H.6z', kind: 'fill', mark: 'M10 7.4v4.8M10 15.1v.1' },
  blocked: {
    outline: 'M6.2 1h7.6L19 6.2v7.6L13.8 19H6.2L1 13.8V6.2z',
    kind: 'fill',
    mark: 'M5.6 10h8.8',
  },
  likely_blocked: {
    outline: 'M10 1.4 18.6 10 10 18.6 1.4 10z',
    kind: 'line',
    mark: 'M6.8 10h6.4',
  },
  down: {
    outline: 'M4.5 1.5h11a3 3 0 0 1 3 3v11a3 3 0 0 1-3 3h-11a3 3 0 0 1-3-3v-11a3 3 0 0 1 3-3z',
    kind: 'fill',
    mark: 'm6.6 6.6 6.8 6.8m0-6.8-6.8 6.8',
  },
  insufficient: {
    outline: ring,
    kind: 'dashed',
    mark: 'M7.6 8a2.4 2.4 0 1 1 3.5 2.1c-.7.4-1.1.8-1.1 1.6M10 14.4v.1',
  },
  missing: { outline: null, kind: 'line', mark: 'M8.6 10h2.8' },
  awaited: { outline: ring, kind: 'dashed', mark: null },
  'seems-open': { outline: ring, kind: 'dashed', mark: 'm6.4 10.4 2.5 2.5 4.8-5.3' },
  'seems-in-part': { outline: ring, kind: 'dashed', mark: 'M10 5.8v5M10 14v.1' },
  'seems-closed': { outline: ring, kind: 'dashed', mark: 'M6.6 10h6.8' },
};
