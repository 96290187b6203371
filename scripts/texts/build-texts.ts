import { globSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage';

type Messages = Record<string, string>;

/** A file that a build is to have beside what WXT makes of the code. */
interface BuiltFile {
  relativeDest: string;
  contents: string;
}

/**
 * The ICU messages of a file of `locales`, compiled: no page has to do that before it paints. They stand in the
 * order of the English ones and without their ids, which were a fifth of all languages.
 */
export async function compiledModule(file: string): Promise<string> {
  const [name, messages] = await readTexts(file);
  return `export const ${name} = ${JSON.stringify(await compiledInOrder(file, messages))};`;
}

/** The ids of an English file of `locales`, in their order. */
export async function idsModule(file: string): Promise<string> {
  const [name, messages] = await readTexts(file);
  return `export const ${name} = ${JSON.stringify(Object.keys(messages))};`;
}

async function compiledInOrder(file: string, messages: Messages): Promise<unknown[]> {
  const english = path.join(path.dirname(file), '../en', path.basename(file));
  const [, source] = await readTexts(english);
  const all = compiled(messages);
  // A text without arguments goes without the list around it, which its page puts back.
  return Object.keys(source).map((id) => {
    const message = all[id] ?? [];
    return message.length === 1 && typeof message[0] === 'string' ? message[0] : message;
  });
}

/** The only export of a file: its name, and its texts. */
async function readTexts(file: string): Promise<[string, Messages]> {
  const texts: Record<string, Messages> = await import(pathToFileURL(file).href);
  const [only] = Object.entries(texts);
  if (!only) throw new Error(`${file} has no texts`);
  return only;
}

/**
 * What the browser itself and the worker say, in each language: the one asks for files of a form of its own,
 * and the other could load no script.
 * @param root of the repository
 */
export async function textFiles(root: string): Promise<BuiltFile[]> {
  const folders = globSync('locales/*/', { cwd: root }).toSorted();
  const files = folders.map(async (folder) => {
    const read = (name: string) => import(pathToFileURL(path.join(root, folder, name)).href);
    const [{ manifest }, { badge }] = await Promise.all([read('manifest.ts'), read('badge.ts')]);
    const language = path.basename(folder);
    const messages = Object.entries(manifest).map(([id, message]) => [id, { message }]);
    return [
      {
        relativeDest: `_locales/${language}/messages.json`,
        contents: JSON.stringify(Object.fromEntries(messages)),
      },
      { relativeDest: `texts/${language}.json`, contents: JSON.stringify(compiled(badge)) },
    ];
  });
  return (await Promise.all(files)).flat();
}

function compiled(messages: Messages): Record<string, CompiledMessage> {
  return Object.fromEntries(
    Object.entries(messages).map(([id, message]) => [
      id,
      withoutRepeats(compileMessageOrThrow(message)),
    ]),
  );
}

/** A plural's form that is that of all other numbers need not stand there twice. */
function withoutRepeats(message: CompiledMessage): CompiledMessage {
  return message.map((token) => {
    if (typeof token === 'string' || token[1] !== 'plural') return token;
    const [name, type, choices] = token;
    const { offset, ...forms } = choices as Record<string, CompiledMessage>;
    const short = Object.entries(forms).map(([form, part]) => [form, withoutRepeats(part)]);
    const other = JSON.stringify(forms.other && withoutRepeats(forms.other));
    const kept = short.filter(([form, part]) => form === 'other' || JSON.stringify(part) !== other);
    return [name, type, { ...(offset !== undefined && { offset }), ...Object.fromEntries(kept) }];
  });
}
