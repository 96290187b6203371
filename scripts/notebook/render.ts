import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Row } from '../../tests/helpers/fleet.ts';
import { table } from '../codebook/table.ts';
import { root } from '../setup/index.mjs';
import { createNotebookFleet } from './fleet.ts';

const heading = `# Questions about many probes, and their answers

Made by \`npm run notebook\`, on simulated probes: eight on three networks, with eight checks of WhatsApp each. Two have
a false alarm, one measured nothing once, and one network blocks it from the fourth hour on. [Many probes](../fleet.md) says where real
ones put their files. In DuckDB, read [verdicts.sql](verdicts.sql) first: it makes the view that all questions ask.`;

/** In the order in which one asks them. */
const questions = {
  'How much is blocked where': 'share.sql',
  'When did it change, by which mechanism, and how sure is that': 'changes.sql',
  'Which probes disagree': 'disagree.sql',
  'Do Chromium and Firefox agree on one network': 'engines.sql',
  'What do the probes of a network say together, and which false alarms go by that': 'together.sql',
};

/** The text of docs/fleet/notebook.md. */
export async function renderNotebook(): Promise<string> {
  const fleet = createNotebookFleet();
  try {
    const parts = [heading];
    for (const [question, file] of Object.entries(questions)) {
      parts.push(section(question, file, await fleet.ask(file)));
    }
    return `${parts.join('\n\n')}\n`;
  } finally {
    fleet.remove();
  }
}

function section(question: string, file: string, rows: readonly Row[]): string {
  const sql = readFileSync(path.join(root, 'docs/fleet', file), 'utf8').trimEnd();
  return [`## ${question}`, `[${file}](${file})`, `\`\`\`sql\n${sql}\n\`\`\``, answer(rows)].join(
    '\n\n',
  );
}

function answer(rows: readonly Row[]): string {
  const [first] = rows;
  if (first === undefined) return 'No rows.';
  const columns = Object.keys(first);
  const cells = rows.map((row) =>
    columns.map((column) => (row[column] ?? '').replaceAll('|', String.raw`\|`)),
  );
  return table(columns, cells);
}
