import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { FileButton } from '../../../design/form/file-button.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { Notice } from '../../../design/states/notice.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatNumber } from '../../../language/format.js';
import { sendFile } from './send-file.js';

const WorkSamplesSample = graphql(`
  fragment WorkSamples_sample on CreativeWorkSample {
    id
    name
    bytes
    state
  }
`);

const AnnounceWorkSample = graphql(`
  mutation AnnounceWorkSample($input: AnnounceWorkSampleInput!) @purpose(is: "none") {
    announceWorkSample(input: $input) {
      ... on WorkSampleUpload {
        file {
          id
        }
        link {
          path
        }
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const RemoveWorkSample = graphql(`
  mutation RemoveWorkSample($id: ID!) @purpose(is: "none") {
    removeWorkSample(id: $id) {
      ... on RemovedWorkSample {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** As the federation takes them; the browser offers no others. */
const mediaTypes = 'application/pdf,image/jpeg,image/png,image/webp,image/gif,audio/mpeg,video/mp4';
const bytesOfMegabyte = 1_000_000;

interface WorkSamplesProps {
  readonly applicationId: string;
  readonly samples: readonly FragmentType<typeof WorkSamplesSample>[];
  /** Whether one more may still be looked at. */
  readonly isOpen: boolean;
  readonly onChanged: () => void;
}

/** The files by which a person shows their work with one application: what there is, one more, and one less. */
export function WorkSamples({ applicationId, samples: masked, isOpen, onChanged }: WorkSamplesProps) {
  const { t } = useLingui();
  const id = useId();
  const samples = readFragment(WorkSamplesSample, masked);
  const [announce, announcement] = useAction(AnnounceWorkSample);
  const [remove, removal] = useAction(RemoveWorkSample);
  const [sending, setSending] = useState<string | null>(null);
  const [isBroken, setBroken] = useState(false);
  const add = async (file: File) => {
    setBroken(false);
    setSending(file.name);
    const input = { applicationId, name: file.name, mediaType: file.type, bytes: file.size };
    const announced = (await announce({ input }))?.announceWorkSample;
    if (announced?.__typename === 'WorkSampleUpload') {
      setBroken(!(await sendFile(announced.link.path, file)));
      onChanged();
    }
    setSending(null);
  };
  const discard = async (sample: string) => {
    if ((await remove({ id: sample })) !== null) onChanged();
  };
  return (
    <div className="grid gap-2">
      <h4 className="font-semibold">
        <Trans>İş nümunələri</Trans>
      </h4>
      {samples.length === 0 && (
        <p className="text-soft">
          <Trans>İşinizi göstərən şəkil, video, səs və ya PDF qoşa bilərsiniz.</Trans>
        </p>
      )}
      <ul className="divide-y divide-line">
        {samples.map(({ id: sample, name, bytes, state }) => {
          const size = formatNumber(Math.max(bytes / bytesOfMegabyte, 0.1), { maximumFractionDigits: 1 });
          return (
            <li key={sample} className="flex flex-wrap items-center justify-between gap-x-4">
              <span className="min-w-0 break-all">
                {name}{' '}
                <span className="text-soft">
                  · <Trans>{size} MB</Trans>
                  {state !== 'STORED' && (
                    <>
                      {' '}
                      · <Trans>saxlanılmayıb</Trans>
                    </>
                  )}
                </span>
              </span>
              <Button
                variant="quiet"
                isPending={removal.running}
                aria-label={t`Sil: ${name}`}
                onPress={() => void discard(sample)}
              >
                <Trans>Sil</Trans>
              </Button>
            </li>
          );
        })}
      </ul>
      <ProblemSummary state={announcement.problem === null ? removal : announcement} />
      {isBroken && (
        <Notice tone="warning" role="alert" title={<Trans>Fayl çatmadı və ya tanınmadı.</Trans>}>
          <Trans>Faylı silib yenidən göndərin. Yalnız PDF, şəkil, MP3 və MP4 qəbul olunur.</Trans>
        </Notice>
      )}
      {sending !== null && (
        <p role="status">
          <Trans>Göndərilir: {sending}</Trans>
        </p>
      )}
      {isOpen && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <FileButton
            accept={mediaTypes}
            describedBy={`${id}-hint`}
            isPending={sending !== null}
            onChoose={(file) => void add(file)}
          >
            <Trans>Fayl əlavə et</Trans>
          </FileButton>
          <span id={`${id}-hint`} className="text-sm text-soft">
            <Trans>Ən çoxu 10 fayl, hər biri 50 MB-a qədər.</Trans>
          </span>
        </div>
      )}
    </div>
  );
}
