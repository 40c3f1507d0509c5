import type { LocalizedText } from '@birlik/kernel/localized';

/** The closed list of purposes. The legal texts are the demo's own. */
export const purposes: readonly {
  code: string;
  name: LocalizedText;
  legalText: LocalizedText;
  disclosureDelayDays?: number;
}[] = [
  {
    code: 'recruitment',
    name: { az: 'Könüllü seçimi', en: 'Recruitment', ru: 'Набор волонтёров', tr: 'Gönüllü seçimi' },
    legalText: {
      az: 'Könüllüyə uyğun fəaliyyətin təklif edilməsi üçün.',
      en: 'To offer the person a suitable voluntary activity.',
      ru: 'Чтобы предложить человеку подходящую волонтёрскую деятельность.',
      tr: 'Kişiye uygun bir gönüllülük faaliyeti önermek için.',
    },
  },
  {
    code: 'placement',
    name: { az: 'Yerləşdirmə', en: 'Placement', ru: 'Размещение', tr: 'Yerleştirme' },
    legalText: {
      az: 'Könüllünün qəbul edən quruma yerləşdirilməsi üçün.',
      en: 'To place the person with a host institution.',
      ru: 'Чтобы направить человека в принимающую организацию.',
      tr: 'Kişiyi kabul eden kuruma yerleştirmek için.',
    },
  },
  {
    code: 'mentoring',
    name: { az: 'Mentorluq', en: 'Mentoring', ru: 'Наставничество', tr: 'Mentorluk' },
    legalText: {
      az: 'Mentor və mentinin uyğunlaşdırılması üçün.',
      en: 'To match mentors and mentees.',
      ru: 'Чтобы подобрать наставника и подопечного.',
      tr: 'Mentor ile danışanı eşleştirmek için.',
    },
  },
  {
    code: 'certification',
    name: { az: 'Sertifikatlaşdırma', en: 'Certification', ru: 'Сертификация', tr: 'Sertifikalandırma' },
    legalText: {
      az: 'Könüllü fəaliyyətin təsdiqi üçün.',
      en: 'To certify what the person has done as a volunteer.',
      ru: 'Чтобы подтвердить волонтёрскую деятельность.',
      tr: 'Gönüllülük faaliyetini belgelemek için.',
    },
  },
  {
    code: 'emergency',
    name: { az: 'Fövqəladə hal', en: 'Emergency', ru: 'Чрезвычайная ситуация', tr: 'Acil durum' },
    legalText: {
      az: 'Fövqəladə halda məlumatlandırma və dəstək üçün.',
      en: 'To inform and support the person in an emergency.',
      ru: 'Чтобы информировать и поддержать человека в чрезвычайной ситуации.',
      tr: 'Acil durumda bilgilendirmek ve desteklemek için.',
    },
  },
  {
    code: 'reporting',
    name: { az: 'Hesabat', en: 'Reporting', ru: 'Отчётность', tr: 'Raporlama' },
    legalText: {
      az: 'Şəxsi məlumat açıqlanmayan hesabatlar üçün.',
      en: 'For reports that disclose nothing about a person.',
      ru: 'Для отчётов, не раскрывающих личных сведений.',
      tr: 'Kişisel bilgi içermeyen raporlar için.',
    },
  },
  {
    code: 'safeguarding',
    name: { az: 'Müdafiə tədbiri', en: 'Safeguarding', ru: 'Защита', tr: 'Koruma' },
    legalText: {
      az: 'Təhlükədə olan şəxsin qorunması üçün; baxış 90 gün sonra göstərilir.',
      en: 'To protect somebody who is in danger; the read is shown after 90 days.',
      ru: 'Чтобы защитить человека, которому грозит опасность; просмотр показывается через 90 дней.',
      tr: 'Tehlikedeki bir kişiyi korumak için; okuma 90 gün sonra gösterilir.',
    },
    disclosureDelayDays: 90,
  },
  {
    code: 'retention',
    name: { az: 'Saxlama', en: 'Retention', ru: 'Хранение', tr: 'Saklama' },
    legalText: {
      az: 'Təşkilatın şəxs getdikdən sonra da saxlamalı olduğu qeydlər üçün.',
      en: 'For the records that an organisation has to keep of somebody who has left.',
      ru: 'Для записей о человеке, которые организация обязана хранить после его ухода.',
      tr: 'Kişi ayrıldıktan sonra da kuruluşun saklaması gereken kayıtlar için.',
    },
  },
];
