import { spool } from '../../../../lib/browser/page/spool.ts';
import { attempts as csv } from '../../../../lib/export/csv.ts';
import { ooni } from '../../../../lib/export/ooni.ts';
import { parquet } from '../../../../lib/export/parquet.ts';
import type { History, WritableHistory } from '../../../../lib/history/open.ts';
import { selectRounds } from '../../../../lib/history/select-rounds.ts';
import { bareRounds, options } from './measure.ts';

/** What has a row for each attempt, in the order of `../files.ts`. */
const formats = [csv, parquet, ooni];
const partBytes = 4 * 1024 * 1024;

/** Files as a page saves them, handed on in parts. */
export function createFiles() {
  let file = new Blob();
  return {
    /** Returns the size of the file, in bytes. */
    async save(history: History, index: number): Promise<number> {
      const format = formats[index];
      if (format === undefined) throw new Error(`no format ${index}`);
      file = await spool(format.write(selectRounds(history), options), format.mediaType);
      return file.size;
    },
    /** As a data URL, from a byte on. */
    part(start: number): Promise<string> {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      const reader = new FileReader();
      reader.addEventListener('load', () => resolve(reader.result as string));
      reader.addEventListener('error', () => reject(reader.error));
      reader.readAsDataURL(file.slice(start, start + partBytes));
      return promise;
    },
  };
}

/** The attempts that count, by service and state, read without what exports share. */
export async function countAttempts(history: WritableHistory): Promise<string[]> {
  const counts = new Map<string, { attempts: number; checks: number }>();
  for await (const { services } of bareRounds(history)) {
    for (const { id, state, targets } of services) {
      const valid = targets.flatMap(({ attempts }) => attempts.filter((one) => one.valid));
      if (valid.length === 0) continue;
      const key = `${id} ${state}`;
      const { attempts, checks } = counts.get(key) ?? { attempts: 0, checks: 0 };
      counts.set(key, { attempts: attempts + valid.length, checks: checks + 1 });
    }
  }
  return [...counts].map(([key, { attempts, checks }]) => `${key}: ${attempts} in ${checks}`);
}
