/** The look of the identity provider's pages: phone first, light and dark, with what a device has of fonts. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --surface: #fff; --raised: #f5f7f9; --ink: #1b232c; --quiet: #4a5663; --line: #c3ccd6; --edge: #74808d;
  --accent: #0b5fa5; --on-accent: #fff; --danger: #a81d1d;
}
@media (prefers-color-scheme: dark) {
  :root {
    --surface: #12171d; --raised: #1b222a; --ink: #e9eef3; --quiet: #aab6c2; --line: #37424e; --edge: #8492a0;
    --accent: #7cbcf5; --on-accent: #0c1a27; --danger: #ff9d94;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--surface); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
header, main { max-width: 38rem; margin: 0 auto; padding: 0 1rem; }
header { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 1rem; padding-top: .75rem; }
.brand { margin: 0; color: inherit; font-weight: 700; }
nav ul { display: flex; flex-wrap: wrap; margin: 0; padding: 0; list-style: none; }
nav a { display: flex; align-items: center; justify-content: center; min-width: 2.75rem; min-height: 2.75rem; padding: 0 .5rem; color: var(--accent); }
nav a[aria-current] { color: var(--ink); font-weight: 700; text-decoration: none; }
main { padding-bottom: 3rem; }
h1 { margin: 1.5rem 0 .5rem; font-size: 1.625rem; line-height: 1.25; }
h2 { margin: 2rem 0 .5rem; font-size: 1.125rem; }
p { margin: .5rem 0; color: var(--quiet); }
.people { margin: 0; padding: 0; list-style: none; display: grid; gap: .5rem; }
.people button {
  display: flex; flex-direction: column; width: 100%; height: 100%; min-height: 2.75rem; padding: .75rem 1rem; text-align: start;
  background: var(--raised); color: inherit; border: 1px solid var(--line); border-radius: .625rem; font: inherit; cursor: pointer;
}
.people .of { color: var(--quiet); font-size: .875rem; }
label { display: block; margin: .75rem 0 .25rem; font-weight: 600; }
input {
  display: block; width: 100%; max-width: 24rem; min-height: 2.75rem; padding: .5rem .75rem; font: inherit; color: inherit; background: var(--surface);
  border: 1px solid var(--edge); border-radius: .5rem;
}
input[aria-invalid] { border-color: var(--danger); }
.problem { color: var(--danger); font-weight: 600; }
.main {
  min-height: 2.75rem; margin-top: .75rem; padding: .5rem 1.5rem; font: inherit; font-weight: 600; cursor: pointer;
  background: var(--accent); color: var(--on-accent); border: 1px solid transparent; border-radius: .5rem;
}
.people button:hover { border-color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
@media (min-width: 48rem) { h1 { margin-top: 3rem; font-size: 2rem; } .people { grid-template-columns: 1fr 1fr; } header, main { max-width: 52rem; } }
`;
