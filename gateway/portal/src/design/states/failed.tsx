import { Trans } from '@lingui/react/macro';
import type { AnswerError } from '../../data/answer.js';
import { Button } from '../base/button.js';
import { CopyText } from '../base/copy-text.js';
import { Notice } from './notice.js';

/** A page or an action that can't be: what happened, what is safe, what to do, and the id of the request. */
export function Failed(props: { error: AnswerError | undefined; requestId: string; onRetry?: () => void }) {
  const { error, requestId, onRetry } = props;
  return (
    <Notice tone={error?.code === 'OFFLINE' ? 'warning' : 'danger'} role="alert" title={<FailureTitle error={error} />}>
      <p>
        <Trans>Yazdıqlarınız itməyib və heç nə yarımçıq dəyişməyib.</Trans>
      </p>
      {onRetry !== undefined && (
        <Button variant="secondary" onPress={onRetry}>
          <Trans>Yenidən cəhd et</Trans>
        </Button>
      )}
      {requestId !== '' && error?.code !== 'OFFLINE' && (
        <CopyText label={<Trans>Sorğunun nömrəsi</Trans>} text={requestId} />
      )}
    </Notice>
  );
}

function FailureTitle({ error }: { error: AnswerError | undefined }) {
  switch (error?.code) {
    case 'OFFLINE':
      return <Trans>İnternet bağlantısı yoxdur.</Trans>;
    case 'UNREACHABLE':
      return <Trans>Birlik hazırda cavab vermir.</Trans>;
    case 'UNAUTHENTICATED':
      return <Trans>Bunun üçün daxil olmalısınız.</Trans>;
    default:
      return error?.message ? error.message : <Trans>Nəsə alınmadı.</Trans>;
  }
}
