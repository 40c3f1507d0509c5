import type { PersonalData } from '@birlik/trust/personal-data';

const proofOfRight = {
  az: 'Razılıqlar əvvəlki oxunuşların qanuni olduğunu sübut edir.',
  en: 'Consents prove that what was read before was read by right.',
  ru: 'Согласия доказывают, что прочитанное раньше было прочитано законно.',
  tr: 'Rızalar, daha önce okunanların hukuka uygun okunduğunu kanıtlar.',
};

/** Columns that name people of the office. */
const office = ['recorded_by', 'recorded_by_issuer', 'ended_by', 'ended_by_issuer'];

/** The office's own record of a person has the person's id in the federation. */
const recordIds = ['record_id', 'other_record_id'];

/** What the registry holds about people: it is opened by the registry itself, and erased when the request is made. */
export const personalData: PersonalData = {
  member: 'registry',
  grantField: null,
  tables: [
    { name: 'reach', omit: ['position'], erasure: 'delete' },
    { name: 'search_card', omit: ['place'], erasure: 'delete' },
    { name: 'search_entry', omit: ['place', 'terms', 'keys'], erasure: 'delete' },
    { name: 'correction', omit: ['answered_by', 'answered_by_issuer'], erasure: 'delete' },
    {
      name: 'account_confirmation',
      omit: ['guardianship_id'],
      erasure: {
        reason: {
          az: 'Qəyyumun imtinası həmin hesabın yenidən açılmasının qarşısını alır.',
          en: 'A guardian’s no keeps the account from being made anew.',
          ru: 'Отказ опекуна не даёт создать эту учётную запись заново.',
          tr: 'Vasinin onay vermemesi bu hesabın yeniden açılmasını önler.',
        },
        where: `answer = 'refused'`,
      },
    },
    { name: 'former_name', secret: 'true', erasure: 'delete' },
    { name: 'access_need', erasure: 'delete' },
    {
      name: 'account_recovery',
      omit: ['issuer', 'subject', 'seed', 'email'],
      secret: 'true',
      erasure: 'delete',
    },
    { name: 'email_change', omit: ['seed', 'confirmed_by', 'confirmed_by_issuer'], erasure: 'delete' },
    { name: 'membership_event', omit: ['actor', 'actor_issuer'], erasure: 'delete' },
    {
      name: 'invitation',
      omit: [...recordIds, 'local_key', 'place', 'secret_hash', 'created_by', 'created_by_issuer'],
      erasure: 'delete',
    },
    { name: 'claim_attempt', omit: ['organization_id', 'outcome', 'record_id'], erasure: 'delete' },
    {
      name: 'affiliation',
      erasure: {
        reason: {
          az: 'Təşkilat ayrılanların reyestrini saxlamağa borcludur və yalnız onu, yalnız bu məqsədlə oxuyur.',
          en: 'The organisation has to keep a register of those who left, and reads that alone, for that alone.',
          ru: 'Организация обязана хранить реестр ушедших и читает только его и только для этого.',
          tr: 'Kuruluş ayrılanların sicilini saklamak zorundadır ve yalnızca onu, yalnızca bunun için okur.',
        },
        where: 'since <= organization_day(organization_id, now())',
        until: { day: 'tie_kept_until(organization_id, until)' },
      },
    },
    { name: 'emergency_person', erasure: 'delete' },
    {
      name: 'identity_binding',
      omit: ['bound_by', 'bound_by_issuer', 'ended_by', 'ended_by_issuer'],
      secret: 'true',
      erasure: {
        reason: {
          az: 'Bu olmadan şəxs daxil olub silinmənin nəticəsini görə bilməzdi.',
          en: 'Without it the person could not sign in and see what became of the erasure.',
          ru: 'Без этого человек не смог бы войти и увидеть, чем закончилось удаление.',
          tr: 'Bu olmadan kişi giriş yapıp silmenin sonucunu göremezdi.',
        },
      },
    },
    { name: 'consent_event', erasure: { reason: proofOfRight } },
    // What a guardian did for a minor is told to the guardian without the minor's receipt.
    {
      name: 'consent_event',
      person: 'actor_volunteer_id',
      omit: ['consent_id', 'receipt'],
      erasure: { reason: proofOfRight },
    },
    { name: 'consent', erasure: { reason: proofOfRight } },
    { name: 'consent_request', omit: ['asked_by', 'asked_by_issuer'], erasure: 'delete' },
    { name: 'guardianship', person: 'guardian_id', omit: office, erasure: { reason: proofOfRight } },
    { name: 'guardianship', person: 'ward_id', omit: office, erasure: { reason: proofOfRight } },
    { name: 'message_delivery', erasure: 'delete' },
    { name: 'message', erasure: 'delete' },
    { name: 'message_preference', erasure: 'delete' },
    { name: 'push_device', secret: 'true', erasure: 'delete' },
    { name: 'saved_search', omit: ['saved_by', 'saved_by_issuer'], erasure: 'delete' },
    { name: 'inquiry', omit: ['answered_by', 'answered_by_issuer'], secret: 'true', erasure: 'delete' },
    {
      name: 'access_log',
      publicIds: ['on_behalf_of'],
      omit: ['viewer', 'viewer_issuer', 'request'],
      secret: `coalesce(basis not in ('guardian', 'relation'), true) and exists (
        select from purpose p where p.code = access_log.purpose and p.disclosure_delay_days > 0)`,
      erasure: {
        reason: {
          az: 'Oxunuşlar jurnalı kimin nəyi oxuduğunu sübut edir; orada şəxsi məlumatın özü yoxdur.',
          en: 'The access log proves who read what; it holds no personal value.',
          ru: 'Журнал просмотров доказывает, кто что читал; самих личных данных в нём нет.',
          tr: 'Erişim kaydı kimin neyi okuduğunu kanıtlar; içinde kişisel verinin kendisi yoktur.',
        },
      },
    },
    {
      name: 'erasure_request',
      erasure: {
        reason: {
          az: 'Silinmə tələbi onun yerinə yetirildiyini sübut edir.',
          en: 'The request for erasure proves that it was carried out.',
          ru: 'Запрос на удаление доказывает, что оно выполнено.',
          tr: 'Silme talebi, silmenin yapıldığını kanıtlar.',
        },
      },
    },
    {
      name: 'linkage_event',
      person: 'person_id',
      omit: ['actor', 'actor_issuer', ...recordIds],
      erasure: {
        reason: {
          az: 'Qeydlərin birləşdirilməsi tarixçəsi kimin nəyi dəyişdirdiyini sübut edir; orada şəxsi məlumatın özü yoxdur.',
          en: 'The history of linkage proves who changed what; it holds no personal value.',
          ru: 'История сопоставления записей доказывает, кто что изменил; самих личных данных в ней нет.',
          tr: 'Kayıt eşleştirme geçmişi kimin neyi değiştirdiğini kanıtlar; içinde kişisel verinin kendisi yoktur.',
        },
      },
    },
    {
      name: 'unresolved_submission',
      person: 'person_id',
      through: { table: 'person_link', column: 'record_id', key: 'record_id' },
      omit: ['id', 'keys', 'national_number_hashes', ...recordIds],
      erasure: 'delete',
    },
    {
      name: 'record_offer',
      omit: ['record_id', 'change_id', 'answered_by', 'answered_by_issuer'],
      erasure: 'delete',
    },
    { name: 'record_disclosure', omit: recordIds, erasure: 'delete' },
    {
      name: 'source_record',
      person: 'person_id',
      through: { table: 'person_link', column: 'record_id', key: 'record_id' },
      omit: ['submitted_by', 'submitted_by_issuer', 'request', 'operation_id', 'national_number_hashes', ...recordIds],
      erasure: 'delete',
    },
    {
      name: 'register_record',
      person: 'person_id',
      through: { table: 'person_link', column: 'id', key: 'record_id' },
      omit: ['id', 'local_key', 'digest'],
      erasure: { overwrite: { digest: '' } },
    },
    {
      name: 'comparable_record',
      person: 'person_id',
      through: { table: 'person_link', column: 'id', key: 'record_id' },
      omit: ['id', 'keys', 'national_number_hashes'],
      erasure: { overwrite: { texts: '{"","","","","",""}', keys: '{}', national_number_hashes: '{}' } },
    },
    { name: 'person_link', person: 'person_id', omit: recordIds, erasure: 'delete' },
    {
      name: 'volunteer',
      person: 'id',
      erasure: {
        overwrite: {
          given_name: '',
          family_name: '',
          patronymic: null,
          birth_date: null,
          email: null,
          phone: null,
          city: null,
          home_country: null,
          time_zone: null,
          email_confirmed_at: null,
          languages: '{}',
          availability: null,
          emergency_name: null,
          emergency_phone: null,
        },
      },
    },
  ],
};
