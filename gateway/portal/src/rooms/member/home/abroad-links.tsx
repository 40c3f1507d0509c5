import { Trans } from '@lingui/react/macro';
import { LinkList } from '../../../design/base/link-list.js';
import { Link } from '../../../design/base/link.js';

/** What the platform and its associations do for those who study abroad. */
export function AbroadLinks({ isPlatform }: { readonly isPlatform: boolean }) {
  return (
    <LinkList title={<Trans>Xaricdə oxuyanlar və məzunlar</Trans>}>
      <Link to="/cases">
        <Trans>Tələbələrin problemləri</Trans>
      </Link>
      <Link to="/cases/meetings">
        <Trans>Müraciət qrupları və rəsmi görüşlər</Trans>
      </Link>
      <Link to="/publishing">
        <Trans>Dərc</Trans>
      </Link>
      <Link to="/directory">
        <Trans>Tələbələr və məzunlar</Trans>
      </Link>
      <Link to="/rounds">
        <Trans>Mentorluq raundları</Trans>
      </Link>
      {isPlatform && (
        <Link to="/desk">
          <Trans>Xaricdəki fövqəladə hallar</Trans>
        </Link>
      )}
      {isPlatform && (
        <Link to="/bodies">
          <Trans>İdarəetmə orqanları</Trans>
        </Link>
      )}
      {!isPlatform && (
        <Link to="/mentoring/propose">
          <Trans>Cüt təklif et</Trans>
        </Link>
      )}
      {!isPlatform && (
        <Link to="/organization/hand-over">
          <Trans>Heyətin təhvili</Trans>
        </Link>
      )}
    </LinkList>
  );
}
