import type { LocalizedText } from './localized-text.js';

type Task = Required<LocalizedText>;

function task(az: string, en: string, ru: string, tr: string): Task {
  return { az, en, ru, tr };
}

/** What each persona of the demo data can do, in a line; its key is the persona's. */
export const personaTasks = {
  volunteer: task(
    'Bütün üzvlərdə haqqında nə olduğunu görür və kimin nəyi görəcəyinə qərar verir',
    'Sees what all members hold on them, and decides who sees which part',
    'Видит, что о нём есть у всех участников, и решает, кто что увидит',
    'Tüm üyelerde kendisi hakkında ne olduğunu görür ve kimin neyi göreceğine karar verir',
  ),
  'volunteer-2': task(
    'Başqa yol keçmiş ikinci könüllü',
    'A second volunteer, with a path of their own',
    'Второй волонтёр, со своим путём',
    'Kendi yolu olan ikinci bir gönüllü',
  ),
  guardian: task(
    'Yetkinlik yaşına çatmamış qızının adından qərar verir',
    'Decides for her daughter, who is a minor',
    'Решает за свою несовершеннолетнюю дочь',
    'Reşit olmayan kızı adına karar verir',
  ),
  ward: task(
    'On beş yaşlı könüllü: müraciəti anasının cavabını gözləyir',
    'A volunteer of fifteen, whose applications wait for her mother',
    'Волонтёр пятнадцати лет: заявки ждут ответа матери',
    'On beş yaşında bir gönüllü: başvuruları annesinin yanıtını bekler',
  ),
  'registry-officer': task(
    'Üzvləri akkreditə edir, qeydlərin kimə aid olduğunu yoxlayır, jurnalın imzalarını görür',
    'Accredits members, decides whose a record is, and sees the signed heads of the log',
    'Аккредитует участников, решает, чья это запись, видит подписи журнала',
    'Üyeleri akredite eder, kaydın kime ait olduğuna karar verir, günlüğün imzalarını görür',
  ),
  'university-officer': task(
    'Universitetin reyestrini aparır və könüllü axtarır',
    'Keeps the register of a university and looks for volunteers',
    'Ведёт реестр университета и ищет волонтёров',
    'Üniversitenin kayıtlarını tutar ve gönüllü arar',
  ),
  'university-2-officer': task(
    'Eyni işi başqa universitetdə görür; birincinin reyestrini görmür',
    'Does the same at another university, and sees nothing of the first one’s register',
    'Делает то же в другом университете и не видит реестра первого',
    'Aynı işi başka bir üniversitede yapar; ilkinin kayıtlarını görmez',
  ),
  'asan-school-officer': task(
    'Qəbulu, Master 1 və Master 2-ni aparır, sertifikat verir',
    'Runs intakes, Master 1 and Master 2, and issues certificates',
    'Ведёт набор, Master 1 и Master 2, выдаёт сертификаты',
    'Alımları, Master 1 ve Master 2’yi yürütür, sertifika verir',
  ),
  'union-officer': task(
    'İmkanları dərc edir, müraciətlərə cavab verir, saatları təsdiqləyir',
    'Publishes opportunities, answers applications and confirms hours',
    'Публикует возможности, отвечает на заявки, подтверждает часы',
    'Fırsatları yayımlar, başvuruları yanıtlar, saatleri onaylar',
  ),
  'safeguarding-lead': task(
    'İnsanların təhlükəsizliyi ilə bağlı narahatlıqları araşdırır',
    'Looks into concerns about the safety of people',
    'Разбирает обращения о безопасности людей',
    'İnsanların güvenliğiyle ilgili bildirimleri inceler',
  ),
  'alumni-officer': task(
    'Xaricdəki məzunların siyahısını aparır və onlara yazır',
    'Keeps the directory of alumni abroad and writes to them',
    'Ведёт список выпускников за рубежом и пишет им',
    'Yurt dışındaki mezunların listesini tutar ve onlara yazar',
  ),
  'alumni-coordinator': task(
    'Mentorları tələbələrlə raundlar üzrə qoşalaşdırır',
    'Pairs mentors with students, round by round',
    'Подбирает наставников студентам по раундам',
    'Mentorları öğrencilerle turlar hâlinde eşleştirir',
  ),
  'association-officer': task(
    'Litvadakı tələbələr birliyi adından işləyir',
    'Acts for the association of students in Lithuania',
    'Действует от имени объединения студентов в Литве',
    'Litvanya’daki öğrenci birliği adına çalışır',
  ),
  'creative-officer': task(
    'Kampaniyaları anketdən seçilən otuz nəfərə qədər aparır',
    'Runs campaigns, from the questionnaire to the thirty who are elected',
    'Ведёт кампании — от анкеты до тридцати избранных',
    'Kampanyaları anketten seçilen otuz kişiye kadar yürütür',
  ),
  'center-officer': task(
    'Ölkələri, sazişləri və birgə layihələri müqayisə edir',
    'Compares countries, their agreements and joint projects',
    'Сравнивает страны, соглашения и совместные проекты',
    'Ülkeleri, anlaşmaları ve ortak projeleri karşılaştırır',
  ),
  'center-analyst': task(
    'Göstəriciləri oxuyur, ölkə hesabatlarını təqdim edir, sazişləri qeydə alır',
    'Reads figures, submits the reports of countries and registers agreements',
    'Читает показатели, сдаёт отчёты стран и регистрирует соглашения',
    'Göstergeleri okur, ülke raporlarını sunar ve anlaşmaları kaydeder',
  ),
  admin: task(
    'Ofisin bütün işini görür, giriş xidmətlərini qəbul edir',
    'Does all that the office does, and admits services that people sign in with',
    'Делает всё, что делает офис, и допускает службы входа',
    'Ofisin tüm işlerini yapar, giriş hizmetlerini kabul eder',
  ),
  'registry-system': task(
    'Reyestrlə üzvlər arasında tapşırıq və bildirişləri daşıyır',
    'Carries orders and notices between the registry and the members',
    'Передаёт поручения и уведомления между реестром и участниками',
    'Kayıt ile üyeler arasında emirleri ve bildirimleri taşır',
  ),
  'union-system': task(
    'Öz reyestrinin qeydlərini təqdim edir',
    'Submits records of its own register',
    'Передаёт записи своего реестра',
    'Kendi kayıtlarını gönderir',
  ),
} as const satisfies Readonly<Record<string, Task>>;

export type PersonaKey = keyof typeof personaTasks;
