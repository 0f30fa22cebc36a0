import PostalMime from 'postal-mime';
import type { KeptFile, KeptPage } from './kept';
import { pageOf, paragraphsOf } from './markup';

const mostMessages = 2000;

/** A mailbox begins each message with a line of its own, after an empty one; the messages without it. */
function messagesOf(bytes: Uint8Array): readonly Uint8Array[] {
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 5)) !== 'From ') return [bytes];
  // Of Latin-1 each character is a byte.
  const source = new TextDecoder('latin1').decode(bytes);
  const envelope = /(?:^|\n\r?\n)From [^\r\n]{0,300}\d\d:\d\d:\d\d[^\r\n]{0,60}\r?\n/g;
  const found = Array.from(source.matchAll(envelope), ({ 0: line, index }) => ({ start: index, end: index + line.length }));
  if (found[0]?.start !== 0) found.unshift({ start: 0, end: /^[^\n]*\n/.exec(source)?.[0].length ?? 0 });
  return found.map(({ end }, i) => bytes.subarray(end, found[i + 1]?.start));
}

/** A message, or those of a mailbox: a page that a browser has saved as one file (MHTML), or mail. */
export async function messagePages(bytes: Uint8Array): Promise<KeptFile> {
  const messages = messagesOf(bytes);
  const found = await Promise.all(messages.slice(0, mostMessages).map(messagePage));
  const pages = found.filter((page) => page !== undefined);
  const isMailbox = messages.length > 1;
  if (pages.length === 0) return { reason: isMailbox ? 'is a mailbox without text' : 'is a message without text' };
  const without = found.length - pages.length;
  const beyond = messages.length - found.length;
  const problems = [
    ...(without > 0 ? [without === 1 ? '1 message in it has no text' : `${without} messages in it have no text`] : []),
    ...(beyond > 0 ? [`${beyond} messages after the first ${mostMessages} are left`] : []),
  ];
  const [only] = pages;
  if (!isMailbox && only) return { pages: [{ ...only.page }] };
  return {
    pages: pages.map(({ page, title }) => ({ ...page, label: title })),
    ...(problems.length > 0 && { problem: problems.join('; ') }),
  };
}

interface MessagePage {
  readonly page: KeptPage;
  /** Tells the messages of a mailbox apart. */
  readonly title: string;
}

async function messagePage(bytes: Uint8Array): Promise<MessagePage | undefined> {
  const message = await PostalMime.parse(bytes);
  const title = message.subject ?? message.date ?? 'a message';
  const header = (name: string) => message.headers.find(({ key }) => key === name)?.value;
  const address = header('snapshot-content-location') ?? header('content-location');
  const isPage =
    address !== undefined || /\bSaved by\b|multipart\/related/i.test(`${header('from') ?? ''} ${header('content-type') ?? ''}`);
  if (isPage && message.html !== undefined) {
    // A whole page says of itself what it is; when it was saved, its browser says.
    const date = message.date === undefined ? '' : `saved date: ${message.date}`;
    const note = `<!-- saved from ${address === undefined ? '' : `url: ${address.replaceAll('--', '%2D%2D')} `}${date}\n-->`;
    return { title, page: { html: `${note}\n${message.html}` } };
  }
  const content = message.html ?? paragraphsOf(message.text ?? '');
  if (content.trim() === '') return undefined;
  const { from } = message;
  const facts = { title: message.subject, author: from?.name === '' ? from.address : from?.name, published: message.date };
  return { title, page: { html: pageOf(facts, content), content } };
}
