import { sourceColumns } from '@birlik/trust/source-column';
import { Migration } from '@mikro-orm/migrations';

/** An organisation may be known without its seat, and its row says where it is named. */
export class Migration20261130_organization_source extends Migration {
  override up(): void {
    this.addSql(`alter table organization alter column country_code drop not null`);
    this.addSql(`drop index organization_registered_once`);
    this.addSql(`create unique index organization_registered_once on organization (country_code, (name ->> 'az'))
      nulls not distinct`);
    for (const statement of sourceColumns('organization')) this.addSql(statement);
  }
}
