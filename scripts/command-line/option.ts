import * as v from 'valibot';

/** One option of a command: its name, schema and help. */
export interface Option<Value> {
  /** The name that a person types, if the code uses another. */
  name?: string;
  /** A short form of one letter. */
  letter?: string;
  /** Stands for the value in the help; null if the option takes none. */
  placeholder: string | null;
  /** The end of the message for an invalid value, such as "allowed: a whole number from 1". */
  allowed: string;
  schema: v.GenericSchema<string, Value>;
  /** The default. */
  otherwise: Value;
  /** The default as the help shows it; null to show none. */
  otherwiseText: string | null;
  /** One line. */
  help: string;
}

interface Described<Value> {
  help: string;
  otherwise: Value;
  name?: string;
  placeholder?: string;
  otherwiseText?: string;
}

/** An option that takes no value: true if given. */
export function flag(
  help: string,
  named: Pick<Option<boolean>, 'name' | 'letter'> = {},
): Option<boolean> {
  return {
    ...named,
    placeholder: null,
    allowed: 'it takes no value',
    schema: v.pipe(
      v.string(),
      v.transform(() => true),
    ),
    otherwise: false,
    otherwiseText: null,
    help,
  };
}

/** One of the words. */
export function choice<Word extends string>(
  words: readonly Word[],
  described: Described<Word>,
): Option<Word> {
  const schema = v.picklist(words);
  return option(described, {
    placeholder: words.join('|'),
    allowed: `allowed: ${words.join(', ')}`,
    schema,
  });
}

/** Some of the words, separated by commas, without duplicates. */
export function listOf<Word extends string, Otherwise>(
  words: readonly Word[],
  described: Described<Otherwise>,
): Option<Word[] | Otherwise> {
  return option<Word[] | Otherwise>(described, {
    placeholder: 'a,b',
    allowed: `allowed, separated by commas: ${words.join(', ')}`,
    schema: v.pipe(v.string(), v.transform(wordsOf), v.array(v.picklist(words))),
  });
}

/** Words, separated by commas, without duplicates; which are allowed the command knows later. */
export function anyWords<Otherwise>(described: Described<Otherwise>): Option<string[] | Otherwise> {
  return option<string[] | Otherwise>(described, {
    placeholder: 'a,b',
    allowed: 'allowed: words separated by commas',
    schema: v.pipe(v.string(), v.nonEmpty(), v.transform(wordsOf)),
  });
}

function wordsOf(list: string): string[] {
  return [...new Set(list.split(',').map((word) => word.trim()))];
}

/** A whole number of at least `from`. */
export function wholeNumber<Otherwise>(
  from: number,
  described: Described<Otherwise>,
): Option<number | Otherwise> {
  return option<number | Otherwise>(described, {
    placeholder: 'N',
    allowed: `allowed: a whole number from ${from}`,
    schema: v.pipe(v.string(), v.digits(), v.transform(Number), v.safeInteger(), v.minValue(from)),
  });
}

/** Seconds from 0 to `longest`, with optional decimals. */
export function seconds(longest: number, described: Described<number>): Option<number> {
  return option(described, {
    placeholder: 'SECONDS',
    allowed: `allowed: seconds from 0 to ${longest}`,
    schema: v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/), v.transform(Number), v.maxValue(longest)),
  });
}

/** Any text, or null. */
export function text(described: Omit<Described<null>, 'otherwise'>): Option<string | null> {
  return option<string | null>(
    { ...described, otherwise: null },
    { placeholder: 'TEXT', allowed: 'allowed: any text', schema: v.pipe(v.string(), v.nonEmpty()) },
  );
}

/** A day as `2026-03-01`, or null. */
export function date(described: Omit<Described<null>, 'otherwise'>): Option<string | null> {
  return option<string | null>(
    { ...described, otherwise: null },
    {
      placeholder: 'DATE',
      allowed: 'allowed: a day such as 2026-03-01',
      schema: v.pipe(v.string(), v.isoDate(), v.check(isOnCalendar)),
    },
  );
}

function isOnCalendar(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** The path of a file or a folder, as it was typed, or null. */
export function place(
  kind: 'file' | 'folder',
  described: Omit<Described<null>, 'otherwise'>,
): Option<string | null> {
  return option<string | null>(
    { ...described, otherwise: null },
    {
      placeholder: kind === 'file' ? 'FILE' : 'DIR',
      allowed: `allowed: the path of a ${kind}`,
      schema: v.pipe(v.string(), v.nonEmpty(), v.excludes('\0')),
    },
  );
}

function option<Value>(
  described: Described<Value>,
  read: Pick<Option<Value>, 'allowed' | 'schema'> & { placeholder: string },
): Option<Value> {
  const { otherwise } = described;
  const isPlain = typeof otherwise === 'string' || typeof otherwise === 'number';
  return { otherwiseText: isPlain ? String(otherwise) : null, ...read, ...described };
}
