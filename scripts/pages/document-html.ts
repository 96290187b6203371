import { Marked } from 'marked';

/**
 * The HTML of a document that a page shows under its own heading, so that each heading sinks by one level.
 * Links become text, since other documents do not come along, and tables of measured figures are left out.
 */
export function documentHtml(markdown: string): string {
  const marked = new Marked({
    async: false,
    walkTokens(token) {
      if (token.type === 'heading') token.depth += 1;
    },
    renderer: {
      link({ tokens }) {
        return this.parser.parseInline(tokens);
      },
      html: () => '',
    },
  });
  return marked.parse(
    markdown.replaceAll(/<!-- wire: \w+ -->[\s\S]*?<!-- wire: end -->/g, ''),
  ) as string;
}

/** Fills the articles of a page that name a Markdown file with its content. */
export function fillDocuments(html: string, read: (file: string) => string): string {
  return html.replaceAll(
    /(<article [^>]*)data-document="([^"]+)"([^>]*>)(?=<\/article>)/g,
    (_, before: string, file: string, after: string) =>
      `${before.trimEnd()}${after}${documentHtml(read(file))}`,
  );
}
