import type { Language } from '@birlik/messages/language';

import type { Account } from './account.js';
import { escapeHtml, writePage, type SentPage } from './page.js';
import { pageTexts } from './page-texts.js';

/** What the login page is made of. */
export interface LoginPageOptions {
  readonly accounts: readonly Account[];
  readonly language: Language;
  /** Where it is, and where its forms are sent. */
  readonly address: string;
  /** The origin of the application, where the browser is sent in the end; null for one without. */
  readonly returnOrigin: string | null;
  /** A name that was sent and is none. @default none was sent */
  readonly refusedName?: string;
}

/** The page that lets a visitor choose a person of the demo data, one button a person, or sign in as somebody new. */
export function loginPage(options: LoginPageOptions): SentPage {
  const { accounts, language, address, returnOrigin } = options;
  const volunteers = accounts.filter(({ organizationId }) => organizationId === null);
  const officers = accounts.filter(({ organizationId }) => organizationId !== null);
  return writePage({
    language,
    title: pageTexts.signIn[language],
    address,
    formOrigins: returnOrigin === null ? [] : [returnOrigin],
    body: `<p>${pageTexts.demonstration[language]}</p>
${people(options, 'volunteers', volunteers)}
${newcomer(options)}
${people(options, 'officers', officers)}`,
  });
}

function people(
  { language, address }: LoginPageOptions,
  group: 'volunteers' | 'officers',
  accounts: readonly Account[],
): string {
  if (accounts.length === 0) return '';
  const items = accounts.map(({ key, name, task, organization }) => {
    const of = organization?.[language] ?? organization?.en;
    const lines = [
      `<strong>${escapeHtml(name)}</strong>`,
      ...(of === undefined ? [] : [`<span class="of">${escapeHtml(of)}</span>`]),
      ...(task === undefined ? [] : [`<span>${escapeHtml(task[language])}</span>`]),
    ];
    return `<li><button name="persona" value="${escapeHtml(key)}">${lines.join(' ')}</button></li>`;
  });
  return `<section aria-labelledby="${group}">
<h2 id="${group}">${pageTexts[group][language]}</h2>
<form method="post" action="${escapeHtml(address)}"><ul class="people">
${items.join('\n')}
</ul></form>
</section>`;
}

function newcomer({ language, address, refusedName }: LoginPageOptions): string {
  const isRefused = refusedName !== undefined;
  const problem = isRefused ? `<p class="problem" id="problem" role="alert">${pageTexts.noName[language]}</p>` : '';
  const described = isRefused ? 'problem newcomer-hint' : 'newcomer-hint';
  const invalid = isRefused ? ` aria-invalid="true" value="${escapeHtml(refusedName)}" autofocus` : '';
  return `<section aria-labelledby="newcomer">
<h2 id="newcomer">${pageTexts.newcomer[language]}</h2>
<p id="newcomer-hint">${pageTexts.newcomerHint[language]}</p>
<form method="post" action="${escapeHtml(address)}">
<input type="hidden" name="lang" value="${language}">
<label for="name">${pageTexts.name[language]}</label>
${problem}
<input id="name" name="newcomer" required maxlength="40" autocomplete="nickname" aria-describedby="${described}"${invalid}>
<button class="main">${pageTexts.enter[language]}</button>
</form>
</section>`;
}
