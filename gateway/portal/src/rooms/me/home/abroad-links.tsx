import { Trans } from '@lingui/react/macro';
import { LinkList } from '../../../design/base/link-list.js';
import { Link } from '../../../design/base/link.js';

/** What there is for those who study or studied abroad. */
export function AbroadLinks() {
  return (
    <LinkList title={<Trans>Xaricdə oxuyanlar və məzunlar üçün</Trans>}>
      <Link to="/me/mentoring">
        <Trans>Mentorluq</Trans>
      </Link>
      <Link to="/me/alerts">
        <Trans>Xəbərdarlıqlar</Trans>
      </Link>
      <Link to="/me/cases">
        <Trans>Mənim problemlərim</Trans>
      </Link>
      <Link to="/me/alumni">
        <Trans>Kataloqda mən</Trans>
      </Link>
      <Link to="/me/events">
        <Trans>Tədbirlərim</Trans>
      </Link>
      <Link to="/me/bodies">
        <Trans>Orqanlar və iclaslar</Trans>
      </Link>
      <Link to="/directory">
        <Trans>Tələbələr və məzunlar</Trans>
      </Link>
      <Link to="/missions">
        <Trans>Diplomatik nümayəndəliklər</Trans>
      </Link>
    </LinkList>
  );
}
