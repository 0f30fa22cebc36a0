import PostalMime from 'postal-mime';
import type { KeptFile } from './kept';
import { pageOf, paragraphsOf } from './markup';

/** Mailboxes begin each message with a line of their own. */
function withoutEnvelope(bytes: Uint8Array): Uint8Array {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1000));
  return bytes.subarray(/^From [^\n]*\n/.exec(head)?.[0].length ?? 0);
}

/** A message: a page that a browser has saved as one file (MHTML), or mail. */
export async function messagePages(bytes: Uint8Array): Promise<KeptFile> {
  const message = await PostalMime.parse(withoutEnvelope(bytes));
  const header = (name: string) => message.headers.find(({ key }) => key === name)?.value;
  const address = header('snapshot-content-location') ?? header('content-location');
  const isPage =
    address !== undefined || /\bSaved by\b|multipart\/related/i.test(`${header('from') ?? ''} ${header('content-type') ?? ''}`);
  if (isPage && message.html !== undefined) {
    // A whole page says of itself what it is; when it was saved, its browser says.
    const date = message.date === undefined ? '' : `saved date: ${message.date}`;
    const note = `<!-- saved from ${address === undefined ? '' : `url: ${address.replaceAll('--', '%2D%2D')} `}${date}\n-->`;
    return { pages: [{ html: `${note}\n${message.html}` }] };
  }
  const content = message.html ?? paragraphsOf(message.text ?? '');
  if (content.trim() === '') return { reason: 'is a message without text' };
  const { from } = message;
  const facts = { title: message.subject, author: from?.name === '' ? from.address : from?.name, published: message.date };
  return { pages: [{ html: pageOf(facts, content), content }] };
}
