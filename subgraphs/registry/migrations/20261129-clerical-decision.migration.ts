import { Migration } from '@mikro-orm/migrations';

/** Calls the tables, views and columns of linkage by the words of its field; what they hold stays. */
export class Migration20261129_clerical_decision extends Migration {
  override up(): void {
    for (const statement of [
      `alter table linkage_judgement rename to clerical_decision`,
      `alter policy linkage_judgement_office on clerical_decision rename to clerical_decision_office`,
      `alter policy linkage_judgement_owner on clerical_decision rename to clerical_decision_owner`,
      `alter index linkage_judgement_live rename to clerical_decision_live`,
      `alter index linkage_judgement_pkey rename to clerical_decision_pkey`,
      `alter index linkage_judgement_right_id_idx rename to clerical_decision_right_id_idx`,
      `alter table linkage_pair rename column band to match_status`,
      `alter table linkage_pair rename column national_id to national_number_match`,
      `alter table register_record rename column national_ids to national_number_hashes`,
      `alter table source_record rename column national_ids to national_number_hashes`,
      `alter view golden_person rename to golden_record`,
      `alter view linkage_review rename column national_id to national_number_match`,
      `alter table person_link drop constraint person_link_method_check`,
      `update person_link set method = 'national-number' where method = 'national-id'`,
      `alter table person_link add constraint person_link_method_check
        check (method in ('first', 'national-number', 'model', 'decision'))`,
      `alter view linkage_record rename column texts to "values"`,
      `alter view linkage_record rename column "nationalIds" to "nationalNumberHashes"`,
    ]) {
      this.addSql(statement);
    }
    this.addSql(`drop function linkage_component`);
    // A function, so that PostgreSQL plans it once a connection and not once a record.
    this.addSql(`create function linkage_component(asked uuid[])
    returns table (records json, pairs json, decisions json, links json)
    language sql stable set jit = off as $$
      with recursive reached (id) as (
        select unnest($1)
         union
        select next.id from reached cross join lateral (
          select right_id as id from linkage_pair where left_id = reached.id and match_status = 'auto'
           union all select left_id from linkage_pair where right_id = reached.id and match_status = 'auto'
           union all select right_id from clerical_decision
            where left_id = reached.id and withdrawn_at is null and verdict = 'same'
           union all select left_id from clerical_decision
            where right_id = reached.id and withdrawn_at is null and verdict = 'same') next
      )
      select (select json_agg(one) from (
               select record.* from reached join linkage_record record using (id)) one),
             (select json_agg(one) from (
               select left_id as "leftId", right_id as "rightId", match_status as "matchStatus",
                      national_number_match as "nationalNumberMatch", weight, fields
                 from reached join linkage_pair on left_id = reached.id
                where right_id in (select id from reached)) one),
             (select json_agg(one) from (
               select left_id as "leftId", right_id as "rightId", verdict
                 from reached join clerical_decision on left_id = reached.id
                where right_id in (select id from reached)
                  and withdrawn_at is null and verdict in ('same', 'different')) one),
             (select json_agg(one) from (
               select person_link.id, record_id as "recordId", person_id as "personId", status, method, weight,
                      explanation, model_version as "modelVersion"
                 from reached join person_link on record_id = reached.id and valid_to is null) one)
    $$`);
  }
}
