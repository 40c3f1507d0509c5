import { createDemoData } from '@birlik/demo-data';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser } from '../../../gateway/testing/browser.js';
import { startTestStack, type TestStack } from '../testkit/stack.js';
import { choose, comesTo, focusIsOn, focusIsSomewhere, follow, press, tabTo, walk, type Walk } from './keyboard.js';
import { pageIsWhole } from './portal-browser.js';

let stack: TestStack;
let browser: Browser;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startTestStack(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await stack?.close();
});

/** What is in a list of the graph. */
interface Nodes<Node> {
  readonly nodes: readonly Node[];
}

async function openQuestions({ ask }: Walk): Promise<string[]> {
  const { linkageReviews } = await ask<{ linkageReviews: Nodes<{ id: string }> }>(
    'registry-officer',
    '{ linkageReviews(first: 50) { nodes { id } } }',
  );
  return linkageReviews.nodes.map(({ id }) => id).toSorted();
}

it('the office answers a question, undoes it and answers otherwise by the keys of its desk', () =>
  walk({ stack, browser, as: 'registry-officer' }, async (office) => {
    const { page, say } = office;
    const before = await openQuestions(office);
    await follow(page, say('Növbəni aç', 'Open the queue'), '/office/reviews');
    await page.keyboard.press('j');
    await focusIsOn(page, say(/^Sual 2 /, /^Question 2 /));
    await page.keyboard.press('k');
    await focusIsOn(page, say(/^Sual 1 /, /^Question 1 /));
    await page.keyboard.press('f');
    const first = await focusIsOn(page, /./);
    await page.keyboard.press('f');
    expect(await focusIsOn(page, /./)).not.toBe(first);
    await page.keyboard.press('d');
    expect(await focusIsOn(page, /./)).toBe(first);

    await page.keyboard.press('1');
    await comesTo(page, say('Cavabınız yazıldı: bir nəfərdir.', 'Your answer is kept: one person.'));
    const rest = await openQuestions(office);
    expect(rest).toEqual(before.filter((id) => rest.includes(id)));
    expect(rest).toHaveLength(before.length - 1);
    await page.keyboard.press('z');
    await page.getByText(say('Cavabınız yazıldı', 'Your answer is kept')).waitFor({ state: 'detached' });
    await focusIsOn(page, say(/^Sual 1 /, /^Question 1 /));
    expect(await openQuestions(office)).toEqual(before);

    await page.keyboard.press('2');
    await comesTo(page, say('Cavabınız yazıldı: iki ayrı nəfərdir.', 'Your answer is kept: two people.'));
    await focusIsOn(page, say(/^Sual 1 /, /^Question 1 /));
    expect(await openQuestions(office)).toEqual(rest);
  }));

it('an operator of the office registers and accredits an organisation, and forbids it a purpose, by the keyboard alone', () =>
  walk({ stack, browser, as: 'admin' }, async ({ page, language, say, goBy, ask }) => {
    const name = `Klaviatura ${language}`;
    await goBy(say('Təşkilatlar', 'Organisations'), '/office/organizations');
    await follow(page, say('Təşkilatı reyestrə yaz', 'Register an organisation'), '/office/organizations/new');
    await tabTo(page, say('Azərbaycanca adı', 'Name in Azerbaijani'));
    await page.keyboard.type(name);
    await follow(page, say('Reyestrə yaz', 'Register'), /^\/office\/organizations\/.*-/);
    await press(page, say('Akkreditə et', 'Accredit'));
    await comesTo(page, say(/ tarixindən akkreditə olunub/, /^Accredited since/));
    await press(page, say('Mentorluq', 'Mentoring'), 'Space');
    await comesTo(page, say('ofis qadağan edib', 'forbidden by the office'));
    await focusIsOn(page, say(/^Mentorluq$/, /^Mentoring$/));
    const { organizations } = await ask<{ organizations: Nodes<{ purposes: object[] }> }>(
      'admin',
      `{ organizations(first: 5, text: "${name}") { nodes { name accredited purposes { code } } } }`,
    );
    const [entered] = organizations.nodes;
    expect(entered).toMatchObject({ name, accredited: true });
    expect(entered?.purposes).not.toContainEqual({ code: 'mentoring' });
  }));

it('an operator looks at members, at the plan of a slow operation, and comes home by the keyboard alone', () =>
  walk({ stack, browser, as: 'admin' }, async ({ page, say, goBy }) => {
    await goBy(say('İşləmə', 'Operation'), '/operator');
    await tabTo(page, say('Üzvlər', 'Members'));
    await tabTo(page, say('Yavaş sorğular', 'Slow requests'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/operator\/operations$/);
    await pageIsWhole(page);
    await press(page, say(/^Ən uzun icranın planı/, /^Plan of the longest run/));
    expect(await page.locator('details[open]').count()).toBe(1);
    await focusIsOn(page, say(/^Ən uzun icranın planı/, /^Plan of the longest run/));
    await follow(page, 'Birlik', '/');
  }));

it('an officer answers who applied, with a yes and with a no and its reason, by the keyboard alone', () =>
  walk({ stack, browser, as: 'union-officer' }, async ({ page, say, ask }) => {
    const applicant = say('volunteer', 'volunteer-2');
    const own = createDemoData().personas.find(({ key }) => key === 'union-officer')?.organizationId;
    const { opportunities } = await ask<{ opportunities: Nodes<{ id: string }> }>(
      applicant,
      `{ opportunities(first: 1, open: true, organizationId: "${own}") { nodes { id } } }`,
    );
    const [opportunity] = opportunities.nodes;
    await ask(
      applicant,
      `mutation { applyToOpportunity(input: { opportunityId: "${opportunity?.id}" }) { __typename } }`,
    );
    await follow(page, say('Müraciətlərə bax', 'See applications'), `/applicants/${opportunity?.id}`);
    await press(page, say(/^Könüllü seçimi/, /^Recruitment/));
    await pageIsWhole(page);
    await press(page, say('Bu səhifədəkilərin hamısını seç', 'Select everybody on this page'), 'Space');
    await press(page, say('Qəbul etmə', 'Decline'));
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await focusIsOn(page, say(/^Qəbul etmə$/, /^Decline$/));
    await say(
      async () => {
        await tabTo(page, 'Qəbul et', 'Shift+Tab');
        await page.keyboard.press('Enter');
        await press(page, 'Qəbul et');
      },
      async () => {
        await page.keyboard.press('Enter');
        await tabTo(page, 'Reason');
        await page.keyboard.type('All places are taken.');
        await press(page, 'Send the refusal');
      },
    )();
    await comesTo(page, say('Cavab gözləyən yoxdur.', 'Nothing waits for an answer.'));
    const { me } = await ask<{ me: { applications: { status: string; opportunity: { id: string } }[] } }>(
      applicant,
      '{ me { applications { status opportunity { id } } } }',
    );
    const application = me.applications.find((one) => one.opportunity.id === opportunity?.id);
    expect(application?.status).toBe(say('ACCEPTED', 'DECLINED'));
  }));

it('an analyst writes a country’s report and submits it by the keyboard alone', () =>
  walk({ stack, browser, as: 'center-analyst' }, async ({ page, say, goBy, ask }) => {
    const [country, code] = say(['Azərbaycan', 'AZ'], ['Kyrgyzstan', 'KG']);
    const write = say(`Hesabatı yaz: ${country}, 2025`, `Write the report: ${country}, 2025`);
    await goBy(say('Ölkə hesabatları', 'Country reports'), '/reports');
    await press(page, write);
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await focusIsOn(page, new RegExp(`^${write}$`));
    await page.keyboard.press('Enter');
    await tabTo(page, say('Azərbaycan dilində', 'In Azerbaijani'));
    await page.keyboard.type('Könüllülər çox idi.');
    await tabTo(page, say('İngilis dilində', 'In English'));
    await page.keyboard.type('There were many volunteers.');
    await press(page, say('Hesabatı göndər', 'Submit the report'));
    await comesTo(page, say(`Hesabat göndərildi: ${country}, 2025`, `Report submitted: ${country}, 2025`));
    const { countryReports } = await ask<{ countryReports: Nodes<object> }>(
      'center-analyst',
      '{ countryReports(first: 25) { nodes { year status summary country { code } } } }',
    );
    const report = { year: 2025, status: 'SUBMITTED', summary: 'Könüllülər çox idi.', country: { code } };
    expect(countryReports.nodes).toContainEqual(report);
  }));

it('the jury’s office leaves the election of a cohort, and holds it, by the keyboard alone', () =>
  walk({ stack, browser, as: 'creative-officer' }, async ({ page, language, say, goBy, ask }) => {
    await goBy(say('Kampaniyalar', 'Campaigns'), '/campaigns');
    await follow(page, say('Yaradıcı Regionlar (nümunə)', 'Creative Regions (example)'), /^\/campaigns\/.*-/);
    await follow(page, say('Müraciət edənlər', 'Applicants'), /\/applicants$/);
    await press(page, say('Könüllüləri seç', 'Elect the volunteers'));
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await focusIsOn(page, say(/^Könüllüləri seç$/, /^Elect the volunteers$/));
    if (language === 'en') {
      await page.keyboard.press('Enter');
      await press(page, 'Elect and close');
      await page.getByRole('button', { name: 'Elect the volunteers' }).waitFor({ state: 'detached' });
      await focusIsSomewhere(page);
    }
    const { campaigns } = await ask<{ campaigns: Nodes<object> }>(
      'creative-officer',
      '{ campaigns(first: 10) { nodes { name status } } }',
    );
    const name = 'Yaradıcı Regionlar (nümunə)';
    expect(campaigns.nodes).toContainEqual({ name, status: say('OPEN', 'DECIDED') });
  }));

it('an association gives a mandate and takes it back by the keyboard alone', () =>
  walk({ stack, browser, as: 'association-officer' }, async ({ page, say, goBy, ask }) => {
    await goBy(say('Təşkilat', 'Organisation'), '/organization');
    const holder = say('Azərbaycan Könüllü Təşkilatları İttifaqı', 'Union of Volunteer Organizations of Azerbaijan');
    const category = say('Xaricdə təhsil və məzunluq', 'Study abroad and alumni');
    const use = say('Mentorluq', 'Mentoring');
    await tabTo(page, say('Kimə', 'To whom'));
    await choose(page, holder);
    await tabTo(page, say('Nə üçün', 'For what'));
    await choose(page, use);
    await tabTo(page, say('Nəyi oxuya bilər', 'What it may read'));
    await choose(page, category);
    await tabTo(page, say('Gün', 'Day'));
    await page.keyboard.type('1');
    await tabTo(page, say('Ay', 'Month'));
    await page.keyboard.type('6');
    await tabTo(page, say('İl', 'Year'));
    await page.keyboard.type('2027');
    await press(page, say('Səlahiyyət ver', 'Give a mandate'));
    await comesTo(page, say('Səlahiyyət verildi.', 'The mandate was given.'));
    const takeBack = `${say('Geri götür', 'Withdraw')}: ${holder}: ${category}: ${use}`;
    await tabTo(page, takeBack, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: takeBack, exact: true }).waitFor({ state: 'detached' });
    await focusIsSomewhere(page);
    const { mandates } = await ask<{ mandates: Nodes<{ endsAt: string; revokedAt: string | null }> }>(
      'association-officer',
      '{ mandates(first: 50) { nodes { endsAt revokedAt } } }',
    );
    const given = mandates.nodes.filter(({ endsAt }) => endsAt.startsWith('2027-06-01'));
    expect(given.map(({ revokedAt }) => revokedAt !== null)).toEqual(say([true], [true, true]));
  }));

it('who goes through a long table both ways sees where they are, beside a head and a bar that stay in sight', () =>
  walk({ stack, browser, as: 'university-officer' }, async ({ page, say, goBy }) => {
    await goBy(say('Könüllü axtarışı', 'Find volunteers'), '/search');
    await press(page, say(/^Könüllü seçimi/, /^Recruitment/));
    await page.getByRole('table').waitFor();
    await press(page, say(/^Seç: /, /^Select: /), 'Space');
    await press(page, say('Növbəti səhifə', 'Next page'));
    await page.waitForURL(/after=/);
    await pageIsWhole(page);
    await focusIsSomewhere(page);
    await tabTo(page, say('Əvvəlki səhifə', 'Previous page'));
    await tabTo(page, say('Bu səhifədəkilərin hamısını seç', 'Select everybody on this page'), 'Shift+Tab');
    await press(page, say('Əvvəlki səhifə', 'Previous page'));
    await expect.poll(() => page.getByRole('button', { name: say('Əvvəlki səhifə', 'Previous page') }).count()).toBe(0);
    await focusIsSomewhere(page);
  }));
