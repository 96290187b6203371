import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { parseProperties } from './properties.ts';

/** What each error is called in a language, by the error's name in Firefox's source. */
export type Sentences = ReadonlyMap<string, string>;

/** The one sentence that Firefox takes from elsewhere (`nsNSSErrors.cpp`). */
const overridden = { name: 'MOZILLA_PKIX_ERROR_MITM_DETECTED', by: 'certErrorTrust_MitM' };

/**
 * All sentences of an installed Firefox and of its language packs, by language.
 * @param folder as `/usr/lib/firefox-esr`
 * @throws Error if a file is not there, or has no sentences
 */
export function readFirefox(folder: string): Map<string, Sentences> {
  const packs = path.join(folder, 'browser/extensions');
  const installed = readdirSync(packs).flatMap((file) => {
    const language = /^langpack-(.+)@.*\.xpi$/.exec(file)?.[1];
    return language === undefined ? [] : [[language, path.join(packs, file)] as const];
  });
  const own = ['en-US', path.join(folder, 'omni.ja')] as const;
  return new Map(
    [own, ...installed].map(([language, file]) => [language, readSentences(file, language)]),
  );
}

function readSentences(file: string, language: string): Sentences {
  const place = `chrome/${language}/locale/${language}/pipnss`;
  const names = [`${place}/nsserrors.properties`, `${place}/pipnss.properties`];
  const files = unzipSync(readFileSync(file), { filter: ({ name }) => names.includes(name) });
  const [errors, others] = names.map((name) => {
    const bytes = files[name];
    if (bytes === undefined) throw new Error(`${file} has no ${name}`);
    return parseProperties(strFromU8(bytes));
  });
  const interception = others?.get(overridden.by);
  return new Map([
    ...(errors ?? []),
    ...(interception === undefined ? [] : [[overridden.name, interception] as const]),
  ]);
}
