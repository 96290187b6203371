import { fileOfData } from '../lib/catalog/file/data.ts';
import { builtIn } from '../lib/catalog/index.ts';
import { listSources, targetSources } from '../lib/catalog/sources.ts';

/** Prints the catalogue that is built in as a file: what people start from who write a newer one. */
process.stdout.write(`${JSON.stringify(fileOfData(builtIn, lastReview()), null, 2)}\n`);

function lastReview(): string {
  const sources = [...Object.values(targetSources), ...Object.values(listSources)];
  const reviews = sources.flatMap((one) =>
    'byId' in one ? Object.values(one.byId) : [one.shared],
  );
  return (
    reviews
      .map(({ reviewed }) => reviewed)
      .toSorted()
      .at(-1) ?? builtIn.world.version
  );
}
