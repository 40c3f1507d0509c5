import { referenceTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

/**
 * The categories as rows, which `migrate` takes from the federation's table of them, in place of six names in every check.
 *
 * The log refers to none of them, since a reference would lock the category's row for each decision: the function that
 * alone writes it decides on listed categories only.
 */
export class Migration20261129_personal_categories extends Migration {
  override up(): void {
    this.addSql(`create table personal_category (category text primary key)`);
    for (const statement of referenceTable('personal_category')) this.addSql(statement);
    this.addSql(`insert into personal_category
      select category from category_holder union select category from consent
      union select unnest(categories) from consent_request`);
    for (const table of ['category_holder', 'consent']) {
      this.addSql(`alter table ${table} drop constraint ${table}_category_check,
        add constraint ${table}_category_fkey foreign key (category) references personal_category`);
    }
    this.addSql(`alter table access_log drop constraint access_log_category_check`);
    this.addSql(`alter table consent_request drop constraint consent_request_categories_check,
      add constraint consent_request_categories_check check (categories <> '{}')`);
    this.addSql(`create function refuse_unknown_category() returns trigger language plpgsql as $$
      begin
        if not new.categories <@ array(select category from personal_category) then
          raise exception 'Not all of % are personal categories.', new.categories;
        end if;
        return new;
      end $$`);
    this.addSql(`create trigger consent_request_refuse_unknown_category before insert or update of categories
      on consent_request for each row execute function refuse_unknown_category()`);
  }
}
