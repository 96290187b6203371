import type { Bidi } from './bidi.ts';
import type { ExtensionPage } from './extension-page.ts';

/** A document driven over WebDriver BiDi. */
export function createBidiPage(bidi: Bidi, context: string): ExtensionPage {
  return {
    async evaluate<Argument, Result>(
      run: (argument: Argument) => Result | Promise<Result>,
      argument: Argument,
    ) {
      const answer = await bidi.send('script.callFunction', {
        // JSON in both directions, so that BiDi's own value format needs no translation.
        functionDeclaration: `async (json) => JSON.stringify(await (${run.toString()})(json && JSON.parse(json)))`,
        arguments: [{ type: 'string', value: JSON.stringify(argument) ?? '' }],
        target: { context },
        awaitPromise: true,
      });
      if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
      const { value } = answer.result;
      return (value === undefined ? undefined : JSON.parse(value)) as Result;
    },
  };
}
