import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemOfFuture, readCatalogFile } from '../../../../lib/catalog/file/read.ts';
import { CatalogFileSchema } from '../../../../lib/catalog/file/schema.ts';
import { builtIn } from '../../../../lib/catalog/index.ts';
import { longestCatalogFile, problemText } from '../../../../lib/model/catalog-file.ts';
import { aCatalogFile, withPlace } from '../../../helpers/catalog-file.ts';
import { wordlessRules } from '../../../helpers/wordless-rules.ts';

const read = (text: string) => readCatalogFile(text, builtIn);

describe('the catalogue that is built in, as a file', () => {
  it('keeps all rules, once its day is later', () => {
    const file = aCatalogFile();

    expect(read(JSON.stringify(file))).toEqual(file);
  });

  it('is smaller than a file may be, by far', () => {
    expect(JSON.stringify(aCatalogFile(), null, 2).length).toBeLessThan(longestCatalogFile / 2);
  });

  it.each([
    ['equal', builtIn.world.version],
    ['older', '2020-01-01'],
  ])('is refused where its day is %s', (_, version) => {
    expect(read(withPlace('version', version))).toEqual({
      field: 'version',
      found: JSON.stringify(version),
      rule: 'newer',
      detail: builtIn.world.version,
    });
  });
});

describe('a file of the future', () => {
  const file = aCatalogFile({ version: '2027-04-02' });

  it('is refused where its day is far ahead, as no later catalogue would take its place', () => {
    expect(problemOfFuture(file, new Date('2027-03-01T23:00:00Z'))).toEqual({
      field: 'version',
      found: '"2027-04-02"',
      rule: 'soon',
      detail: '2027-04-01',
    });
  });

  it('may be a month ahead', () => {
    expect(problemOfFuture(file, new Date('2027-03-02T00:00:00Z'))).toBeNull();
  });
});

describe('a file that does not match the schema', () => {
  it.each([
    ['', 'size', ' '.repeat(longestCatalogFile + 1)],
    ['', 'json', 'catalogue = {}'],
    ['', 'shape', 'null'],
    ['schema', 'shape', withPlace('schema', 'dozvon.catalog/2')],
    ['reviewed', 'missing', withPlace('reviewed', undefined)],
    ['reviewed', 'shape', withPlace('reviewed', 'yesterday')],
    ['reviewed', 'shape', withPlace('reviewed', '2026-02-30')],
    ['script', 'unknown', withPlace('script', 'alert(1)')],
    ['services.0.colour', 'unknown', withPlace('services.0.colour', 'green')],
    ['services.0.targets.0.kind', 'shape', withPlace('services.0.targets.0.kind', 'pigeon')],
    ['echoes', 'unknown', withPlace('echoes', [])],
    ['countries.0.blockPages', 'unknown', withPlace('countries.0.blockPages', [])],
    ['countries.0.source', 'unknown', withPlace('countries.0.source', 'me')],
    [
      'countries.0.controls.0.source',
      'missing',
      withPlace('countries.0.controls.0.source', undefined),
    ],
  ])('is refused with the field %j (%s)', (field, rule, text) => {
    expect(read(text)).toMatchObject({ field, rule });
  });

  it.each([
    [
      'services.0.targets.0.method',
      'POST',
      '"POST", allowed: what its schema allows: ("HEAD" | "GET")',
    ],
    ['services.0.targets.0.method', undefined, 'nothing, allowed: a value: ("HEAD" | "GET")'],
    ['services.0.targets.0.kind', undefined, 'nothing, allowed: a value: ("https" | "http" | '],
    ['services.0.name', '', '"", allowed: what its schema allows: a text that is not empty'],
    ['services.0.name', undefined, 'nothing, allowed: a value: a text that is not empty'],
    ['services.0.operatorCountry', 'USA', '"USA", allowed: what its schema allows: two letters of'],
    ['services.0.roles', [], '[], allowed: what its schema allows: at least one'],
    ['services.0.roles', undefined, 'nothing, allowed: a value: Array'],
    ['reviewed', '2026-02-30', '"2026-02-30", allowed: what its schema allows: a day in ISO 8601'],
    ['version', undefined, 'nothing, allowed: a value: a day in ISO 8601'],
    ['countries.0.controls.0.source', undefined, 'nothing, allowed: a value: a text that is not'],
  ])('is refused with what was found and what is allowed: %s, %j', (field, value, text) => {
    const problem = read(withPlace(field, value));

    expect('rule' in problem && problemText(problem)).toContain(`${field}: found ${text}`);
  });

  it('is refused in words: each rule of the schema has its own', () => {
    expect(wordlessRules(CatalogFileSchema)).toEqual([]);
  });

  it('is quoted in part only', () => {
    const problem = read(`nonsense ${'x'.repeat(500)}`);

    expect('rule' in problem && problem.found.length).toBeLessThan(100);
  });
});

describe('the example in the documents', () => {
  const [, example = ''] =
    /```json\n([\s\S]*?)```/.exec(readFileSync('docs/adding.md', 'utf8')) ?? [];

  it('is a further service that a file may have', () => {
    const file = aCatalogFile();
    const services = [...file.services, JSON.parse(example)];

    expect(read(JSON.stringify({ ...file, services }))).toMatchObject({ services });
  });
});
