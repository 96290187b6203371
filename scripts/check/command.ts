import { services } from '../../lib/catalog/index.ts';
import type { Command, Values } from '../command-line/command.ts';
import {
  anyWords,
  choice,
  date,
  flag,
  place,
  seconds,
  text,
  wholeNumber,
} from '../command-line/option.ts';
import { exportExtensions } from './export-format.ts';
import { formats } from './format.ts';
import { rotations } from './output-files.ts';

export const browsers = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof browsers)[number];

// setTimeout cannot wait longer than about 24 days; a day is plenty between two rounds.
const longestInterval = 86_400;

/** Of the catalogue that is built in. */
export const serviceIds = services.map((service) => service.id);

const options = {
  format: choice(formats, { help: 'how the result is printed', otherwise: 'table' }),
  /** 0 to run until stopped. */
  rounds: wholeNumber(0, { help: 'how many rounds; 0: until stopped', otherwise: 1 }),
  intervalSeconds: seconds(longestInterval, {
    name: 'interval',
    help: 'from the start of a round to the start of the next',
    otherwise: 60,
  }),
  /** Null for the default services. */
  services: anyWords({
    help: 'which services',
    otherwise: null,
    otherwiseText: 'those that are on by default',
  }),
  leavesOutHome: flag('asks nothing inside the country while traffic may take a detour', {
    name: 'leave-out-home',
  }),
  browser: choice(browsers, { help: 'in which browser', otherwise: 'chromium' }),
  catalog: place('file', { help: 'uses the catalogue in FILE, which is newer than that built in' }),
  output: place('file', { help: 'writes the result to FILE instead of standard output' }),
  rotate: choice(rotations, {
    help: 'with --output: how often a new file begins, with the day (UTC) in its name',
    otherwise: 'never',
  }),
  resume: flag('with --output and jsonl: adds to FILE, first what the profile has since'),
  profile: place('folder', { help: "keeps the browser's profile, history included, in DIR" }),
  export: place('file', { help: "writes the profile's history to FILE, and checks nothing" }),
  from: date({ help: "with --export: the first day, by this computer's clock" }),
  to: date({ help: "with --export: the last day, by this computer's clock" }),
  dialect: choice(['comma', 'semicolon', 'raw'], {
    help: 'with --export: of CSV; semicolon for spreadsheets that write 1,5, with a byte order mark',
    otherwise: 'comma',
  }),
  label: text({ help: 'with --export or CSV: a name for the network, in each row' }),
  localTime: flag("with --export: adds times by this computer's clock", { name: 'local-time' }),
  leavesOutAddresses: flag('with --export: without the addresses of servers', {
    name: 'leave-out-addresses',
  }),
  route: flag('with --export: adds the way that traffic took; JSON has it in any case'),
};

export type CheckOptions = Values<typeof options>;

export const checkCommand: Command<typeof options> = {
  usage: 'npm run check -- [options]',
  summary: 'Checks from this computer which messengers get through, in a headless browser',
  options,
  notes: `Services, if --catalog gives no others: ${serviceIds.join(', ')}

npm run --silent catalog prints the catalogue that is built in.

Standard output carries only the result, and progress goes to standard error.
For programs: npm run --silent check -- --format json
Each round is written the moment it ends; json is a whole document only at the end.
Of several rounds, one whose browser dies goes on in another; ten failures in a row end the command.
--export takes its format from the name of FILE: ${exportExtensions}
Exit status: 0 checked, whatever was found; 2 bad usage; 3 no check possible;
130 interrupted, with what was finished until then in the result.
Home is the country of the clock's time zone; where that is UTC: TZ=Europe/Moscow npm run check
FILE becomes readable for you alone, and may be no symbolic link.
Chromium is controlled through a pipe, Firefox through a port of this computer that takes one connection:
the command's own. Should another program of this computer be quicker, the command ends with 3.
DOZVON_CHROMIUM names the browser to use: Chromium or Chrome for Testing;
DOZVON_FIREFOX the Firefox, 140 or newer.`,
};
