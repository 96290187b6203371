import * as v from 'valibot';
import { type CatalogProblem, longestCatalogFile } from '../../model/catalog-file.ts';
import { allowedAt, issueOfField } from '../../model/schema-issue.ts';
import { type CatalogData, catalogOfAll } from '../catalog-for.ts';
import { problemsOfLists } from './list-rules.ts';
import { problemAt } from './problem.ts';
import { problemsOfReferences } from './reference-rules.ts';
import { type CatalogFile, CatalogFileSchema } from './schema.ts';
import { problemsOfServices } from './service-rules.ts';
import { problemsOfUrls } from './url-rules.ts';

/**
 * Reads a catalogue's file, which must keep all rules that the catalogue keeps that is built in, and be newer. The
 * first thing that is wrong is returned instead.
 */
export function readCatalogFile(text: string, builtIn: CatalogData): CatalogFile | CatalogProblem {
  if (text.length > longestCatalogFile) {
    return problemAt('', 'size', { found: text.length });
  }
  const document = parseJson(text);
  if (document === undefined) return problemAt('', 'json', { found: text });
  const result = v.safeParse(CatalogFileSchema, document, { abortEarly: true });
  if (!result.success) {
    return problemOfShape(issueOfField(CatalogFileSchema, document, result.issues[0]));
  }
  return firstProblem(result.output, builtIn) ?? result.output;
}

const longestAheadMs = 31 * 24 * 60 * 60 * 1000;

/** A version of a far future would keep every later catalogue that is built in from being used. */
export function problemOfFuture({ version }: CatalogFile, now: Date): CatalogProblem | null {
  const latest = new Date(now.getTime() + longestAheadMs).toISOString().slice(0, 10);
  return version > latest ? problemAt('version', 'soon', { found: version, detail: latest }) : null;
}

function firstProblem(file: CatalogFile, builtIn: CatalogData): CatalogProblem | null {
  const { version } = builtIn.world;
  if (file.version <= version) {
    return problemAt('version', 'newer', { found: file.version, detail: version });
  }
  const all = catalogOfAll(builtIn);
  const problems = [
    ...problemsOfServices(file.services),
    ...problemsOfUrls(file, all),
    ...problemsOfLists(file),
    ...problemsOfReferences(file, all),
  ];
  return problems[0] ?? null;
}

/** Undefined for what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemOfShape(issue: v.BaseIssue<unknown>): CatalogProblem {
  const field = v.getDotPath(issue) ?? '';
  const found = issue.input;
  if (issue.expected === 'never') return problemAt(field, 'unknown', { found });
  const detail = allowedAt(issue);
  return problemAt(field, found === undefined ? 'missing' : 'shape', { found, detail });
}
