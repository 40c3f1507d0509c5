import type { Language } from '@birlik/messages/language';
import type { KoaContextWithOIDC } from 'oidc-provider';

import { escapeHtml, pageLanguage, writePage, type SentPage } from './page.js';
import { pageTexts } from './page-texts.js';

/** Sends the form at once, as the button of it would. */
const send = `document.getElementById('op.logoutForm').submit();`;

/**
 * Asks whether a person wants to sign out. An application that shows the ID token of the sign-in is believed that they do: no other site
 * has it.
 *
 * @param form the provider's own form, without a button
 */
export function showLogoutQuestion(context: KoaContextWithOIDC, form: string): void {
  const { IdTokenHint: hint } = context.oidc.entities;
  const back = context.oidc.params?.['post_logout_redirect_uri'];
  const origin = typeof back === 'string' ? URL.parse(back)?.origin : undefined;
  const language = languageOf(context);
  show(
    context,
    writePage({
      language,
      title: pageTexts.signOut[language],
      body: `<p>${pageTexts.signOutQuestion[language]}</p>
${form}
<input type="hidden" name="logout" value="yes" form="op.logoutForm">
<button class="main" form="op.logoutForm">${pageTexts.leave[language]}</button>`,
      ...(origin !== undefined && { formOrigins: [origin] }),
      ...(hint !== undefined && { script: send }),
    }),
  );
}

/** Says that a person has signed out, where no application takes them back. */
export function showSignedOut(context: KoaContextWithOIDC): void {
  const language = languageOf(context);
  show(context, writePage({ language, title: pageTexts.signedOut[language], body: '' }));
}

/** Says why a sign-in cannot go on, where no application can be told. */
export function failedPage(language: Language, reason: string): SentPage {
  return writePage({
    language,
    title: pageTexts.failed[language],
    body: `<p>${pageTexts.startAgain[language]}</p>\n<p lang="en">${escapeHtml(reason)}</p>`,
  });
}

/** The language that an application asked for, or the browser. */
export function languageOf(context: KoaContextWithOIDC): Language {
  const asked = context.oidc?.params?.['ui_locales'];
  return pageLanguage(typeof asked === 'string' ? asked : undefined, context.get('accept-language'));
}

function show(context: KoaContextWithOIDC, { html, headers }: SentPage): void {
  context.set({ ...headers });
  context.body = html;
}
