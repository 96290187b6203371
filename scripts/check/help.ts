import { services } from '../../lib/catalog/index.ts';

/** What `npm run check -- --help` prints. */
export function helpText(): string {
  return `Checks from this computer which messengers get through, in a headless browser.

npm run check -- [options]

  --format table|json|jsonl|csv   how the result is printed (table)
  --rounds N                      how many rounds; 0: until stopped (1)
  --interval SECONDS              from the start of a round to the start of the next (60)
  --services a,b                  which services (those that are on by default)
  --browser chromium|firefox      in which browser (chromium)
  --output FILE                   writes the result to FILE instead of standard output
  --profile DIR                   keeps the browser's profile, history included, in DIR
  --help                          prints this

Services: ${services.map((service) => service.id).join(', ')}

Standard output carries only the result, and progress goes to standard error. For programs:
npm run --silent check -- --format json
Exit status: 0 checked, whatever was found; 2 bad usage; 3 no check possible;
130 interrupted, with what was finished until then in the result.
DOZVON_CHROMIUM names the browser to use: Chromium or Chrome for Testing;
DOZVON_FIREFOX the Firefox, 140 or newer.
`;
}
