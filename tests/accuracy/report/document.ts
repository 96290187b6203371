import type { Tally } from '../count/tally.ts';
import type { OpenFault } from '../open-faults.ts';
import type { Promised } from './promises.ts';
import {
  aboutTable,
  confusionTable,
  falseAlarmTable,
  interferenceTable,
  promiseTable,
} from './tables.ts';

export interface ReportInput {
  /** ISO 8601 date of the run. */
  date: string;
  seed: number;
  logicVersion: string;
  catalogVersion: string;
  tallies: readonly Tally[];
  promises: readonly Promised[];
  openFaults: readonly OpenFault[];
}

/** Writes `docs/accuracy.md`. Pure: the same input is the same text. */
export function writeDocument(input: ReportInput): string {
  const { tallies } = input;
  const benign = tallies.filter(({ kind }) => kind === 'benign');
  const hindered = tallies.filter(({ kind }) => kind === 'interference');
  const alike = tallies.filter(({ kind }) => kind === 'lookalike');
  return `${[
    introduction(input),
    promiseTable(input.promises),
    models,
    '## Nobody meddles',
    benignText,
    falseAlarmTable(benign),
    confusionTable(benign),
    '## Somebody meddles',
    hinderedText,
    interferenceTable(hindered),
    confusionTable(hindered),
    aboutTable(hindered.filter(({ situation }) => !situation.includes('mild loss'))),
    '## What cannot be told apart',
    alikeText,
    falseAlarmTable(alike),
    '## Where it falls short',
    ...shortfalls(input),
  ].join('\n\n')}\n`;
}

function introduction({ date, seed, logicVersion, catalogVersion, tallies }: ReportInput): string {
  const rounds = tallies.reduce((total, one) => total + one.rounds, 0).toLocaleString('en');
  return `# Accuracy

How often the verdicts are wrong, counted over ${rounds} simulated rounds. Written by \`npm run accuracy\`;
do not edit. Run on ${date}, seed ${seed}, logic version ${logicVersion}, catalog ${catalogVersion}.

Each simulated person has 60 rounds, planned as the extension plans them: every quarter of an hour, a minute
after a change. The rounds are the real ones (\`lib/round\`, \`lib/observe/judge.ts\`, \`lib/failure\`,
\`lib/diagnose\`) on a clock that jumps; only the browser and the network under it are made up
(\`tests/accuracy\`).

## Promises`;
}

const models = `## What is modelled, and what is not

Modelled: packets lost one by one, in bursts, and on the way to one operator; SYNs sent again after 1, 3 and
7 s, data after growing timeouts, questions to the name server after 1 and 3 s (given up at 6.0 s, as
measured in Chromium) or after 5 s (given up at 10 s); round trips and narrow lines shared by all that
runs; connections and names that the browser keeps, so that a later request needs no handshake; our own
time limits; portals, sleep, changes of network, faults of lines, name servers, controls and services.

Not modelled: repeats that Chromium makes by itself, HTTP/3, IPv6, quick retransmission, loss that grows
with load, censors that act by chance or by volume (freezes, throttling), secure DNS, and how often each
situation is met in life. All situations weigh the same here, so trouble is far more common than it is; the
totals are for comparing versions, the lines for what to expect. No simulation replaces the tests in real
browsers (\`tests/lab\`).`;

const benignText = `Rounds in which one service or more was wrongly called blocked or likely blocked: first what a person was
shown, then what the round alone had seen. Below, all verdicts shown. \`down\` is the truth for server errors
and an expired certificate (\`impaired\` where a service has ways without them), and \`insufficient\` where
nothing could be known.`;

const hinderedText = `Half of the people have it begin and end within a round, a quarter have it from the start.
_Said after_ counts the rounds wholly under interference that it took to say so (0: said in the round in
which it began), _gone after_ those that it took to say that it was over, each with the number of services.
_Rounds_ are those after the second; in a _missed_ one something else was said of a service, in a _gap_
nothing. Both count as misses above.

_Precision_ is the share of a label's claims that are true, _depth_ the share of the truth that it tells.
\`timeout\` claims no layer, \`dns.error\` no manner: they are right, and shallow.`;

const alikeText = `Nobody meddles here either, but from one browser it looks the same, and the contract's words
for what is seen are the ones below. These rounds count for no promise.`;

function shortfalls({ tallies, promises, openFaults }: ReportInput): string[] {
  const examples = tallies.flatMap(({ examples: some }) => some.slice(0, 1));
  const gap = examples.find(isGap);
  const shown = [...examples.filter((one) => !isGap(one)), ...(gap === undefined ? [] : [gap])];
  const faults = openFaults.map(({ title, rule }) => `- **${title}.** ${rule}`);
  const missed = promises.filter(({ kept }) => !kept).map(({ name }) => name);
  return [
    missed.length === 0 ? 'No promise is missed.' : `Missed: ${missed.join('; ')}.`,
    ...(faults.length === 0 ? [] : [faults.join('\n')]),
    ...(shown.length === 0 ? [] : ['One round each that went wrong:']),
    ...shown.map((example) => `\`\`\`text\n${example}\n\`\`\``),
  ];
}

function isGap(example: string): boolean {
  return example.startsWith('insufficient');
}
