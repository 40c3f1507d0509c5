/** What the page adds to GraphiQL's own style sheet. */
export const EXPLORER_STYLE = `
html, body, #explorer { height: 100%; margin: 0; width: 100%; }
.plan-panel { font-family: var(--font-family); }
.plan-panel h2 { font-size: var(--font-size-h2); margin: 0 0 16px; }
.plan-panel pre { font-family: var(--font-family-mono); font-size: var(--font-size-mono); margin: 0; overflow-x: auto; }
.plan-panel .problem { color: hsl(var(--color-error)); }
`;
