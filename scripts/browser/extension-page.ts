/** An extension page in any browser. Playwright's `Page` fits this interface. */
export interface ExtensionPage {
  /** Runs a function in the page. The function may not use its closure; values travel as JSON. */
  evaluate<Argument, Result>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
}
