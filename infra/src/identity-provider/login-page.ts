import type { Account } from './account.js';
import { type Language, loginTexts } from './login-texts.js';

/** The page that lets a visitor choose a person of the demo data, one button a person, or sign in as somebody new. */
export function loginPage(options: { accounts: readonly Account[]; language: Language; action: string }): string {
  const { accounts, language, action } = options;
  const buttons = accounts
    .map(
      (account) => `<li><button name="persona" value="${escape(account.key)}">
  <strong>${escape(account.name)}</strong>
  <span>${escape(account.key)} · ${escape(loginTexts.role[language])}: ${escape(account.roles.join(', '))}</span>
</button></li>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(loginTexts.title[language])}</title>
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 2rem auto; padding: 0 1rem; color: #1c2530; background: #fff; }
  ul { list-style: none; padding: 0; }
  li { margin: .5rem 0; }
  label { display: block; }
  input { box-sizing: border-box; width: 100%; min-height: 3rem; margin: .25rem 0 .5rem; padding: .6rem 1rem; font: inherit; border: 1px solid #8a97a8; border-radius: .5rem; }
  button { width: 100%; min-height: 3rem; padding: .6rem 1rem; text-align: left; font: inherit; color: inherit; background: #f3f5f8; border: 1px solid #8a97a8; border-radius: .5rem; cursor: pointer; }
  button:hover, button:focus-visible, input:focus-visible { border-color: #00639c; outline: 2px solid #00639c; }
  span { display: block; color: #47535f; font-size: .875rem; }
</style>
<h1>${escape(loginTexts.title[language])}</h1>
<p>${escape(loginTexts.explanation[language])}</p>
<form method="post" action="${escape(action)}"><ul>
${buttons}
</ul></form>
<h2>${escape(loginTexts.newcomer[language])}</h2>
<form method="post" action="${escape(action)}">
  <label>${escape(loginTexts.userName[language])}
    <input name="newcomer" required maxlength="40" pattern="[A-Za-z0-9]([A-Za-z0-9\\-]*[A-Za-z0-9])?" autocomplete="username" autocapitalize="none">
  </label>
  <button>${escape(loginTexts.signIn[language])}</button>
</form>
`;
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
