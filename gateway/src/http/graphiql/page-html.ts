import type { AssetName } from './assets.js';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The page. What its script needs to know stands in attributes, as scripts in the page itself are not allowed. */
export function pageHtml(urls: Readonly<Record<AssetName, string>>, defaultQuery: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Birlik: explore the graph</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${urls['graphiql.css']}">
    <link rel="stylesheet" href="${urls['explorer.css']}">
  </head>
  <body>
    <div id="explorer" data-default-query="${escape(defaultQuery)}">Loading</div>
    <script src="${urls['react.js']}"></script>
    <script src="${urls['react-dom.js']}"></script>
    <script src="${urls['graphiql.js']}"></script>
    <script src="${urls['explorer.js']}"></script>
  </body>
</html>
`;
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}
