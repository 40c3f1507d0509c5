import { createHash } from 'node:crypto';

import { chooseLanguage, languages, parseAcceptLanguage, type Language } from '@birlik/messages/language';

import { pageStyle } from './page-style.js';
import { languageNames, pageTexts } from './page-texts.js';

/** A page of the identity provider. */
export interface PageContent {
  readonly language: Language;
  readonly title: string;
  /** HTML. */
  readonly body: string;
  /** A script that runs at once. @default none */
  readonly script?: string;
  /** Where its forms lead, beside the provider itself: browsers hold that against redirects too. @default nowhere else */
  readonly formOrigins?: readonly string[];
  /** The address at which `?lang=` asks for the page in another language. @default it is there in one alone */
  readonly address?: string;
}

/** A page as it is sent. */
export interface SentPage {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Writes a page, with a policy that allows what it holds and nothing else. */
export function writePage({ language, title, body, script, formOrigins = [], address }: PageContent): SentPage {
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Birlik</title>
<style>${pageStyle}</style>
</head>
<body>
<header><p class="brand">Birlik</p>${address === undefined ? '' : languageLinks(language, address)}</header>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>${script === undefined ? '' : `\n<script>${script}</script>`}
</body>
</html>
`;
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(pageStyle)}'`,
    ...(script === undefined ? [] : [`script-src '${hashOf(script)}'`]),
    ["form-action 'self'", ...formOrigins].join(' '),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    html,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy.join('; '),
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    },
  };
}

/**
 * The language of a page.
 *
 * @param asked tags with blanks between them, as in the parameter `ui_locales`; they count before the header
 */
export function pageLanguage(asked: string | undefined, acceptLanguage: string | undefined): Language {
  const tags = (asked ?? '').split(' ').map((tag) => tag.split('-')[0]?.toLowerCase() ?? '');
  return chooseLanguage([...tags, ...parseAcceptLanguage(acceptLanguage)]);
}

/** Text as HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function languageLinks(current: Language, address: string): string {
  const links = languages.map((language) => {
    const isCurrent = language === current ? ' aria-current="true"' : '';
    const name = languageNames[language];
    return `<li><a href="${escapeHtml(address)}?lang=${language}" lang="${language}" title="${name}"${isCurrent}>${language.toUpperCase()}</a></li>`;
  });
  return `<nav aria-label="${pageTexts.language[current]}"><ul>${links.join('')}</ul></nav>`;
}
