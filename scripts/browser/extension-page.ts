/** A page of the extension in whichever browser. Playwright's pages are of this kind. */
export interface ExtensionPage {
  /** Runs a function in the page. It may use nothing from outside; values go as JSON. */
  evaluate<Argument, Result>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
}
