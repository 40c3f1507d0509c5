import { Card } from '../../../design/base/card.js';
import { useKnown } from '../../../data/known.js';
import { Loading } from '../../../design/states/loading.js';
import { Notice } from '../../../design/states/notice.js';
import type { TextDocuments } from './text-documents.js';

interface TextPreviewProps {
  readonly document: TextDocuments['preview'];
  readonly text: { readonly name: string; readonly language: string; readonly subject: string; readonly body: string };
}

/** How a message reads with made-up facts, or what is wrong with its text. */
export function TextPreview({ document, text }: TextPreviewProps) {
  const { data, errors } = useKnown<PreviewAnswer, typeof text>(document, text);
  const [error] = errors;
  if (error !== undefined) return <Notice tone="danger" title={error.message} />;
  if (data === null) return <Loading />;
  const { preview } = data;
  if (preview == null) return null;
  if ('message' in preview) return <Notice tone="danger" role="alert" title={preview.message} />;
  return (
    <Card>
      <p className="font-semibold">{preview.subject}</p>
      <p className="whitespace-pre-line">{preview.body}</p>
    </Card>
  );
}

interface PreviewAnswer {
  readonly preview?: { readonly message: string } | { readonly subject: string; readonly body: string } | null;
}
