import { useCallback, useEffect, useRef, useState } from 'react';
import { type ActionState, useAttempt } from '../../../data/action.js';
import { graphql } from '../../../generated/gql.js';
import type { CheckInByLinkInput } from '../../../generated/graphql.js';
import { forgetReport, keepReport, waitingReports } from './report-queue.js';

const CheckInByLink = graphql(`
  mutation CheckInByLink($input: CheckInByLinkInput!) @purpose(is: "none") {
    checkInByLink(input: $input) {
      ... on CheckInReceipt {
        state
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** Problems for which the report itself is the reason, so that to send it again would change nothing. */
const final: ReadonlySet<string> = new Set(['NOT_FOUND', 'BAD_USER_INPUT']);

const pauseMs = 20_000;

/** What has become of the reports of this device. */
interface Reports {
  readonly state: ActionState;
  /** How many wait for a connection. */
  readonly waiting: number;
  /** The last one that came through since the page was opened; null for none. */
  readonly sent: CheckInByLinkInput | null;
  readonly report: (input: CheckInByLinkInput) => Promise<void>;
}

/** Sends reports, and keeps on the device what does not come through, until it does: at once when there is a connection again. */
export function useReports(): Reports {
  const send = useAttempt(CheckInByLink);
  const [state, setState] = useState<ActionState>({ running: false, problem: null, requestId: '' });
  const [waiting, setWaiting] = useState(() => waitingReports().length);
  const [sent, setSent] = useState<CheckInByLinkInput | null>(null);
  const isSending = useRef(false);

  const sendAll = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
    try {
      for (const input of waitingReports()) {
        setState({ running: true, problem: null, requestId: '' });
        const { problem, requestId } = await send({ input });
        const isOver = problem !== null && final.has(problem.code);
        setState({ running: false, problem: isOver ? problem : null, requestId });
        if (problem !== null && !isOver) return;
        forgetReport(input);
        if (problem === null) setSent(input);
      }
    } finally {
      isSending.current = false;
      setWaiting(waitingReports().length);
    }
  }, [send]);

  useEffect(() => {
    const again = () => void sendAll();
    again();
    const timer = setInterval(again, pauseMs);
    addEventListener('online', again);
    return () => {
      clearInterval(timer);
      removeEventListener('online', again);
    };
  }, [sendAll]);

  const report = async (input: CheckInByLinkInput) => {
    keepReport(input);
    await sendAll();
  };
  return { state, waiting, sent, report };
}
