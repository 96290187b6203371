import type { Tally } from '../count/tally.ts';
import type { OpenFault } from '../open-faults.ts';
import { isApart, tuningSeed } from '../simulate.ts';
import { calibrationTable, falseSayingsTable, judgedWorlds } from './calibration.ts';
import type { PromiseResult } from './promises.ts';
import {
  aboutTable,
  concernedTable,
  confusionTable,
  falseAlarmTable,
  interferenceTable,
  pairTable,
  partTable,
  promiseTable,
} from './tables.ts';

export interface ReportInput {
  /** ISO 8601 date of the run. */
  date: string;
  seed: number;
  logicVersion: string;
  catalogVersion: string;
  tallies: readonly Tally[];
  promises: readonly PromiseResult[];
  openFaults: readonly OpenFault[];
}

/** The text of `docs/accuracy.md`. Pure. */
export function writeDocument(input: ReportInput): string {
  const { tallies } = input;
  const alone = tallies.filter((one) => !isApart(one));
  const byHand = tallies.filter(({ family }) => family === 'by hand');
  const pairs = tallies.filter(({ family }) => family === 'pair');
  const benign = alone.filter(({ kind }) => kind === 'benign');
  const hindered = alone.filter(({ kind }) => kind === 'interference');
  const steady = hindered.filter(({ family }) => family.startsWith('steady block'));
  const parts = hindered.filter(({ family }) => family === 'block in part');
  const alike = tallies.filter(({ kind }) => kind === 'lookalike');
  const concerned = alone.filter(
    (one) => one.truth !== '' && !one.family.startsWith('steady block, lossy'),
  );
  return `${[
    introduction(input),
    promiseTable(input.promises),
    models,
    '## What confidence means',
    confidenceText(tallies),
    calibrationTable(tallies),
    'What was said and not true, by situation:',
    falseSayingsTable(judgedWorlds(tallies)),
    '## No interference',
    benignText,
    falseAlarmTable(benign),
    confusionTable(benign),
    '## Interference',
    hinderedText,
    interferenceTable(steady),
    confusionTable(steady),
    aboutTable(hindered.filter(({ family }) => family !== 'steady block, lossy')),
    '## Services under a condition',
    concernedText,
    concernedTable(concerned),
    partText,
    partTable(parts),
    ...(pairs.length === 0 ? [] : ['## Two faults at once', pairText(pairs), pairTable(pairs)]),
    ...(byHand.length === 0
      ? []
      : ['## Checks by hand', byHandText(byHand), falseAlarmTable(byHand)]),
    '## Indistinguishable from interference',
    alikeText,
    falseAlarmTable(alike),
    '## Shortcomings',
    ...shortfalls(input),
  ].join('\n\n')}\n`;
}

function introduction({ date, seed, logicVersion, catalogVersion, tallies }: ReportInput): string {
  const rounds = tallies.reduce((total, one) => total + one.rounds, 0).toLocaleString('en');
  return `# Accuracy

How often the verdicts are wrong, counted over ${rounds} simulated rounds. Written by \`npm run accuracy\`;
do not edit. Run on ${date}, seed ${seed}, logic version ${logicVersion}, catalog ${catalogVersion}.
${seedText(seed)}

Each simulated person has 60 rounds (126 where states may flicker), planned as the extension plans them: every quarter of an hour, and a
minute after a change; people who check by hand have a section of their own. The rounds run the product's own code (\`lib/round\`, \`lib/observe\`, \`lib/failure\`,
\`lib/diagnose\`) on a clock that jumps; only the browser and the network below it are simulated
(\`tests/accuracy\`).

## Promises`;
}

function seedText(seed: number): string {
  return seed === tuningSeed
    ? `Limits and thresholds were chosen by runs with this very seed, which flatters the figures.`
    : `Limits and thresholds were chosen by runs with seed ${tuningSeed}, so these rounds are others.`;
}

function roundsOf(tallies: readonly Tally[]): string {
  return tallies.reduce((total, one) => total + one.rounds, 0).toLocaleString('en');
}

function confidenceText(tallies: readonly Tally[]): string {
  const worlds = judgedWorlds(tallies);
  const benign = worlds.filter(({ kind }) => kind === 'benign');
  const hindered = worlds.filter(({ kind }) => kind === 'interference');
  return `Of all verdicts shown, by state and confidence, the share that was true, over as many rounds of worlds
with interference as of worlds without. The mix: ${roundsOf(benign)} rounds of ${benign.length} situations without interference, and
${roundsOf(hindered)} rounds of ${hindered.length} situations with it, in which it begins and ends and concerns one to eight services.
Within one kind all situations weigh the same. \`insufficient\` says nothing and is left out; so are the rounds
of the section “Indistinguishable from interference”, of pairs of faults and of checks by hand. A verdict may lag behind a change
by the rounds that confirm it, so the two rounds after a beginning and the four after an end stand apart in
the last two columns.`;
}

const concernedText = `Verdicts on the services that a fault or a censor concerns, after its second round; of all others it is
true that they are \`ok\`. _Labels_ counts the rounds that saw a failure there, _false_ those of them with a label
that claims what is not so, _low_ those with low confidence. _Changes a day_ are those of what is shown of one
service in 96 rounds while nothing changes, from the first true verdict on; a gap between two equal verdicts is no
change.`;

const partText = `A block of what a service requires and a pulse does not ask first, from its beginning to the report, without
a full round in between:`;

function pairText(pairs: readonly Tally[]): string {
  const wrong = pairs.filter(({ blocked, likely }) => blocked.said + likely.said > 0).length;
  return `Each two of ${pairs.length} pairs of faults act together, ${roundsOf(pairs)} rounds in all; what is true of a service is what is
true under either. ${wrong} pairs have a false alarm. Only pairs in which something went wrong are listed.`;
}

function byHandText(byHand: readonly Tally[]): string {
  return `The situations without interference once more, ${roundsOf(byHand)} rounds in all, of people who check by hand, a minute
after each check: over names and connections that the browser still has from the check before.`;
}

const models = `## What the simulation models, and what it does not

Modelled: packet loss that is independent, in bursts, or on the path to one operator; SYNs resent after 1, 3
and 7 s, data after growing timeouts, DNS queries after 1 and 3 s (abandoned at 6.0 s, as measured in
Chromium) or after 5 s (abandoned at 10 s); round-trip times, and narrow links shared by all connections;
several addresses of a name, servers that are late, censors that act by chance or leave an address silent;
censors that count the bytes of a connection, and how long Chromium takes to notice that it is dead; what HTTP/3
hides where its packets are dropped; two families, of which Chromium takes IPv4 250 ms later; connections and DNS
answers that the browser caches, so that a later request needs no handshake; our own time limits; captive portals,
sleep, network changes, faults of links, proxies, resolvers, controls and services.

Not modelled: Chromium's own repeats (shares are those of failures as the browser reports them), what HTTP/3
carries, fast retransmission, loss that grows with load, blocking of names behind secure DNS, and how common each
situation is in real life. All situations have the same weight here, so trouble is far more common than in
reality: use the totals to compare versions, and the rows to see what to expect. No simulation replaces the tests in real
browsers (\`tests/lab\`).`;

const benignText = `The first table counts rounds that wrongly called at least one service blocked or likely blocked: first the
verdict shown to the person, then the verdict of the round alone. The second table counts all verdicts shown.
\`down\` is correct for server errors, hang-ups and an expired certificate (\`impaired\` if part of the service
works without the faulty server), and \`insufficient\` if nothing could be known. What is true of single
services stands under “Services under a condition”.`;

const hinderedText = `For half of the people the interference begins and ends within a round; for a quarter it is there from the
start. _Reported after_ is the number of rounds wholly under interference before the verdict reported it (0: in
the round in which it began); _cleared after_ is the number of rounds before the verdict reported its end. Each
number of rounds is followed by the number of services. _Rounds_ counts the rounds after the second one under
interference. In a _missed_ round a service got a different verdict, in a _gap_ none (\`insufficient\`). Both
count as misses above.

_Precision_ is the share of a label's claims that are true; _depth_ is the share of the truth that the label
states. \`timeout\` claims no layer and \`dns.error\` no cause: both are correct but shallow.`;

const alikeText = `There is no interference here either, but a single browser observes the same as under interference, and the
verdicts below are those that the contract asks for. These rounds count for no promise.`;

function shortfalls({ tallies, promises, openFaults }: ReportInput): string[] {
  const examples = tallies.flatMap(({ examples: some }) => some.slice(0, 1));
  const gap = examples.find(isGap);
  const shown = [...examples.filter((one) => !isGap(one)), ...(gap === undefined ? [] : [gap])];
  const faults = openFaults.map(({ title, rule }) => `- **${title}.** ${rule}`);
  const missed = promises.filter(({ kept }) => !kept).map(({ name }) => name);
  return [
    missed.length === 0 ? 'No promise is missed.' : `Missed: ${missed.join('; ')}.`,
    ...(faults.length === 0 ? [] : [faults.join('\n')]),
    ...(shown.length === 0 ? [] : ['One example of each kind of wrong round:']),
    ...shown.map((example) => `\`\`\`text\n${example}\n\`\`\``),
  ];
}

function isGap(example: string): boolean {
  return example.startsWith('insufficient');
}
