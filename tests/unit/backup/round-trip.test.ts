import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyHistory, takeTrip } from '../../helpers/backup-trip.ts';

// `npm run backup-trips` takes 10,000.
it('gives back the same bytes after everything was deleted and restored', async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, async (history) => {
      const { before, after } = await takeTrip(history);

      expect(after).toEqual(before);
    }),
    { numRuns: 100 },
  );
});
