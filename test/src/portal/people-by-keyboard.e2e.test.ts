import { createDemoData } from '@birlik/demo-data';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser } from '../../../gateway/testing/browser.js';
import { startTestStack, type TestStack } from '../testkit/stack.js';
import { choose, comesTo, follow, press, tabTo, walk } from './keyboard.js';

let stack: TestStack;
let browser: Browser;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startTestStack(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await stack?.close();
});

it.each([
  ['is outside of the window', '<button style="position: fixed; top: -90px">Aim</button>'],
  ['is covered by <footer', '<footer style="position: fixed; inset: 0"></footer><button>Aim</button>'],
  ['has no ring around it', '<button style="outline: none">Aim</button>'],
  ['No way leads to "Aim"', '<button tabindex="-1">Aim</button>'],
])('a walk ends with its reason: %s', async (fault, html) => {
  const page = await browser.newPage();
  const ring = '<style>:focus-visible { outline: 3px solid }</style>';
  await page.setContent(ring + html);
  await expect(tabTo(page, 'Aim')).rejects.toThrow(fault);
  await page.setContent(`${ring}<button>Aim</button>`);
  await tabTo(page, 'Aim');
  await page.close();
});

const officer = 'university-officer';
const purpose = 'recruitment';

it('somebody new signs up and claims a record by the keyboard alone', () =>
  walk({ stack, browser, as: 'new-sevinc' }, async ({ page, language, say, ask }) => {
    const localKey = `by-keyboard-${language}`;
    const givenName = say('Sevinc', 'Könül');
    const record = `localKey: "${localKey}", givenName: "${givenName}", familyName: "Gəlmə", birthDate: "2001-02-03"`;
    await ask(officer, `mutation { submitSourceRecords(records: [{ ${record} }]) { __typename } }`, purpose);
    const { createClaimCode } = await ask<{ createClaimCode: { code: string } }>(
      officer,
      `mutation { createClaimCode(input: { localKey: "${localKey}", role: STUDENT }) { ... on IssuedInvitation { code } } }`,
      purpose,
    );
    for (const [field, text] of [
      [say('Ad', 'Given name'), givenName],
      [say('Soyad', 'Family name'), 'Gəlmə'],
      [say('Gün', 'Day'), '3'],
      [say('Ay', 'Month'), '2'],
      [say('İl', 'Year'), '2001'],
    ] as const) {
      await tabTo(page, field);
      await page.keyboard.type(text);
    }
    await press(page, say('Səhifəmi aç', 'Open my page'));
    await comesTo(page, say('Sizi gözləyir', 'Waits for you'));
    await follow(page, say('Kodu yaz', 'Enter the code'), '/me/claim');
    await tabTo(page, say('Kod', 'Code'));
    await page.keyboard.type(createClaimCode.code);
    await press(page, say('Kodu yoxla', 'Check the code'));
    await comesTo(page, say('Mingəçevir Dövlət Universiteti', 'Mingachevir State University'));
    await follow(page, say('Səhifəmə bax', 'See my page'), '/me');
    const { me } = await ask<{ me: { affiliations: { role: string }[] } }>(
      `new-sevinc-${language}`,
      '{ me { affiliations { role } } }',
    );
    expect(me.affiliations).toEqual([{ role: 'STUDENT' }]);
  }));

it('a person asks why an organisation looked, and objects, by the keyboard alone', () =>
  walk({ stack, browser, as: 'volunteer' }, async ({ page, say, goBy, ask }) => {
    const id = stack.idsOf(officer).hide(createDemoData().person(0).id);
    await ask(officer, `{ volunteer(id: "${id}") { name } }`, purpose);
    await goBy(say('Kim baxıb', 'Who viewed my data'), '/me/views');
    await press(page, say('Soruş, etiraz et, sübuta bax', 'Ask, object, see the proof'));
    await press(page, say(/^Niyə baxdığını soruş/, /^Object: /));
    await tabTo(page, say('Sualınız', 'Your objection'));
    await page.keyboard.type(say('Niyə baxmısınız?', 'This is not for you.'));
    await press(page, say('Göndər', 'Send'));
    await page.getByRole('button', { name: say('Göndər', 'Send'), exact: true }).waitFor({ state: 'detached' });
    await comesTo(page, say('Niyə baxmısınız?', 'This is not for you.'));
    const { me } = await ask<{ me: { inquiries: { nodes: object[] } } }>(
      'volunteer',
      '{ me { inquiries(first: 10) { nodes { kind message } } } }',
    );
    expect(me.inquiries.nodes).toContainEqual(
      say({ kind: 'QUESTION', message: 'Niyə baxmısınız?' }, { kind: 'OBJECTION', message: 'This is not for you.' }),
    );
  }));

it('a person publishes a search card by the keyboard alone', () =>
  walk({ stack, browser, as: 'volunteer-2' }, async ({ page, say, goBy, ask }) => {
    await goBy(say('İcazələr', 'Permissions'), '/me/permissions');
    await follow(page, say('Axtarış kartım', 'My search card'), '/me/card');
    await follow(page, say('Kart dərc et', 'Publish a card'), '/me/card/edit');
    await tabTo(page, say('Nə üçün tapılmaq istəyirsiniz', 'For what you want to be found'));
    await choose(page, say('Könüllü seçimi', 'Mentoring'));
    await press(page, say('Bütün akkreditə olunmuş üzvlər', 'All accredited members'), 'Space');
    await tabTo(page, say('Sözünüz', 'Your word'));
    await page.keyboard.type(say('şahmat', 'chess'));
    await press(page, say('Əlavə et', 'Add'));
    await press(page, say('Necə görünəcəyinə bax', 'See how it will look'));
    await comesTo(page, say('Başqaları sizi belə görəcək', 'Others will see you so'));
    await press(page, say('Kartı dərc et', 'Publish the card'));
    await comesTo(page, say('Kart dərc edildi', 'The card is published'));
    await follow(page, say('Kartlarıma bax', 'See my cards'), '/me/card');
    const { me } = await ask<{ me: { searchCards: { purpose: string }[] } }>(
      'volunteer-2',
      '{ me { searchCards { purpose } } }',
    );
    expect(me.searchCards.map((card) => card.purpose)).toContain(say('recruitment', 'mentoring'));
  }));

it('a guardian says yes and no for a minor by the keyboard alone', () =>
  walk({ stack, browser, as: 'guardian' }, async ({ page, say, ask }) => {
    const waiting = async () => {
      const { me } = await ask<{
        me: { guardianships: { ward: { applications: object[]; creativeRecord: { applications: object[] } } }[] };
      }>(
        'guardian',
        `{ me { guardianships { ward {
          applications(awaitingGuardian: true) { id }
          creativeRecord { applications(awaitingGuardian: true) { id } }
        } } } }`,
      );
      return me.guardianships.flatMap(({ ward }) => [...ward.applications, ...ward.creativeRecord.applications]).length;
    };
    const before = await waiting();
    await follow(page, say('Bax və cavab ver', 'Look and answer'), '/me/guardianship');
    await say(
      () => press(page, 'Razıyam'),
      async () => {
        await press(page, 'I do not agree');
        await tabTo(page, 'Why not?', 'Shift+Tab');
        await choose(page, 'The place or the way there');
        await press(page, 'I do not agree');
      },
    )();
    await expect.poll(waiting).toBe(before - 1);
    await comesTo(page, say('Qüvvədə olan icazələri', 'Permissions in force'));
  }));
