import { Migration } from '@mikro-orm/migrations';

/** Jobs that wait to address one message address several from now on. */
export class Migration20261210_addressed_together extends Migration {
  override up(): void {
    this.addSql(`update job set kind = 'address messages', payload = jsonb_build_object('messages', payload ->> 'message')
      where kind = 'address a message'`);
  }
}
