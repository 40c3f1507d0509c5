import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Switch } from '../../../design/base/switch.js';
import { ButtonLink } from '../../../design/base/link.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { Empty } from '../../../design/states/empty.js';
import { Loading } from '../../../design/states/loading.js';
import { Notice } from '../../../design/states/notice.js';
import type { LinkageVerdict } from '../../../generated/codes.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { verdictTerms } from '../office-terms.js';
import { DecideLinkageReview, WithdrawLinkageDecision } from '../linkage-decisions.js';
import { useFieldWalk } from './field-walk.js';
import { Key } from './key.js';
import { KeyList } from './key-list.js';
import { ReviewPair } from './review-pair.js';
import { ReviewQueue } from './review-queue.js';
import { useDeskKeys } from './desk-keys.js';

const DeskReview = graphql(`
  fragment ReviewDesk_review on LinkageReview {
    id
    ...ReviewPair_review
    ...ReviewQueue_review
  }
`);

interface ReviewDeskProps {
  /** The first questions of the queue. */
  readonly reviews: readonly FragmentType<typeof DeskReview>[];
  /** How many wait altogether, at most a thousand. */
  readonly waiting: number;
  /** Whether the next questions are on their way. */
  readonly isAsking: boolean;
  /** Asks for the questions that come after these. */
  readonly onMore: () => void;
}

/** A decision that can be taken back at once. */
interface LastDecision {
  readonly id: string;
  readonly reviewId: string;
  readonly verdict: LinkageVerdict;
}

/** One question at a time, the next one by itself, and the last decision to be taken back. */
export function ReviewDesk(props: ReviewDeskProps) {
  const { i18n } = useLingui();
  const all = readFragment(DeskReview, props.reviews);
  const [decided, setDecided] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [last, setLast] = useState<LastDecision | null>(null);
  const [hasKeys, setHasKeys] = useState(true);
  const [decide, deciding] = useAction(DecideLinkageReview);
  const [withdraw, withdrawing] = useAction(WithdrawLinkageDecision);
  const [turn, setTurn] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const [pair, moveBy] = useFieldWalk();
  const open = all.filter(({ id }) => !decided.includes(id));
  const position = Math.max(
    0,
    open.findIndex(({ id }) => id === chosen),
  );
  const current = open[position];
  const isBusy = deciding.running || withdrawing.running;
  const { onMore } = props;
  const batch = all.map(({ id }) => id).join(' ');
  const isThrough = open.length === 0 && batch !== '';
  const askedAfter = useRef('');
  useEffect(() => {
    // The same questions may come again, since what nobody could answer stays in the queue.
    if (!isThrough || askedAfter.current === batch) return;
    askedAfter.current = batch;
    onMore();
  }, [isThrough, batch, onMore]);
  // Who works by the keyboard, or listens, goes on at the question that is shown now.
  useEffect(() => {
    if (turn > 0) heading.current?.focus();
  }, [turn]);

  const show = (id: string | undefined) => {
    setChosen(id ?? null);
    setTurn(turn + 1);
  };
  const say = async (verdict: LinkageVerdict) => {
    if (current === undefined || isBusy) return;
    const result = (await decide({ id: current.id, verdict }))?.decideLinkageReview;
    if (result?.__typename !== 'LinkageDecision') return;
    setDecided([...decided, current.id]);
    setLast({ id: result.id, reviewId: current.id, verdict });
    show(open[position + 1]?.id);
  };
  const takeBack = async () => {
    if (last === null || isBusy) return;
    if ((await withdraw({ id: last.id })) === null) return;
    setDecided(decided.filter((id) => id !== last.reviewId));
    setLast(null);
    show(last.reviewId);
    if (all.every(({ id }) => id !== last.reviewId)) onMore();
  };
  useDeskKeys(hasKeys, {
    '1': () => void say('SAME'),
    '2': () => void say('DIFFERENT'),
    '3': () => void say('UNSURE'),
    z: () => void takeBack(),
    j: () => show(open[position + 1]?.id ?? current?.id),
    k: () => show(open[position - 1]?.id ?? current?.id),
    f: () => moveBy(1),
    d: () => moveBy(-1),
  });
  const answer = last === null ? '' : i18n._(verdictTerms[last.verdict]);
  const number = position + 1;
  const count = Math.max(open.length, props.waiting - (all.length - open.length));
  return (
    <div className="grid gap-6 lg:grid-cols-[1fr_20rem]">
      <div className="grid content-start gap-4">
        <div role="status" className="empty:hidden">
          {last !== null && (
            <Notice tone="success" title={<Trans>Cavabınız yazıldı: {answer}.</Trans>}>
              <Button variant="secondary" onPress={() => void takeBack()} isPending={withdrawing.running}>
                <Trans>Geri al</Trans> <Key name="Z" isShown={hasKeys} />
              </Button>
            </Notice>
          )}
        </div>
        <ProblemSummary state={deciding.problem === null ? withdrawing : deciding} />
        <section className="grid gap-4">
          <h2 ref={heading} tabIndex={-1}>
            {current === undefined ? (
              <Trans>Suallar bitdi</Trans>
            ) : (
              <Trans>
                Sual {number} / {count}
              </Trans>
            )}
          </h2>
          {current === undefined ? (
            <NothingWaits isAsking={props.isAsking} />
          ) : (
            <>
              <div ref={pair}>
                <ReviewPair review={current} />
              </div>
              <div className="grid gap-2 border-t border-line bg-surface py-3 sm:sticky sm:bottom-0 sm:flex sm:flex-wrap">
                <Button onPress={() => void say('SAME')} isPending={isBusy}>
                  <Trans>Bir nəfərdir</Trans> <Key name="1" isShown={hasKeys} />
                </Button>
                <Button variant="secondary" onPress={() => void say('DIFFERENT')} isPending={isBusy}>
                  <Trans>İki ayrı nəfərdir</Trans> <Key name="2" isShown={hasKeys} />
                </Button>
                <Button variant="quiet" onPress={() => void say('UNSURE')} isPending={isBusy}>
                  <Trans>Demək olmur</Trans> <Key name="3" isShown={hasKeys} />
                </Button>
              </div>
            </>
          )}
        </section>
      </div>
      <aside className="grid content-start gap-3">
        <h2>
          <Plural value={count} one="Növbədə # sual" other="Növbədə # sual" />
        </h2>
        <ReviewQueue reviews={open} current={current?.id ?? null} onChoose={show} />
        <div className="hidden sm:grid">
          <Switch isSelected={hasKeys} onChange={setHasKeys}>
            <Trans>Klaviatura ilə işlə</Trans>
          </Switch>
          {hasKeys && <KeyList />}
        </div>
      </aside>
    </div>
  );
}

function NothingWaits({ isAsking }: { isAsking: boolean }) {
  if (isAsking) return <Loading />;
  return (
    <Empty
      action={
        <ButtonLink to="/" variant="secondary">
          <Trans>Əsas səhifəyə qayıt</Trans>
        </ButtonLink>
      }
    >
      <Trans>Cavab gözləyən sual yoxdur. Oxşar qeydlər göndəriləndə burada görünəcək.</Trans>
    </Empty>
  );
}
