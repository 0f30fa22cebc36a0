import { decoded, htmlTag } from '../text/html/htmlTag';

/** What takes the parts of an XML text in their order. Names come in small letters, without a prefix. */
export interface XmlSink {
  /** `full` is the element's name as it is written, with its prefix. */
  open(name: string, attributes: ReadonlyMap<string, string>, full: string): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Reads XML as far as exchange formats use it: elements, attributes, text, character references and CDATA. Nothing is fetched and no
 * entity is defined: a document type with declarations is refused with a message, since entities can make much of little. Linear.
 */
export function readXml(xml: string, sink: XmlSink): string | undefined {
  let at = 0;
  while (at < xml.length) {
    const sign = xml.indexOf('<', at);
    if (sign < 0) break;
    if (sign > at) sink.text(decoded(xml.slice(at, sign)));
    if (xml.startsWith('<![CDATA[', sign)) {
      const end = xml.indexOf(']]>', sign);
      sink.text(xml.slice(sign + 9, end < 0 ? xml.length : end));
      at = end < 0 ? xml.length : end + 3;
      continue;
    }
    const tag = htmlTag(xml, sign);
    if (tag === undefined) return 'It is not XML.';
    at = tag.end;
    if (tag.kind === 'comment') {
      const kind = xml.slice(sign, sign + 9).toUpperCase();
      const isDefining = kind === '<!DOCTYPE' ? xml.slice(sign, at).includes('[') : kind.startsWith('<!ENTITY');
      if (isDefining) return 'It defines entities of its own, which are not read.';
      continue;
    }
    const name = tag.name.replace(/^.*:/s, '');
    if (tag.kind === 'close') sink.close(name);
    else {
      sink.open(
        name,
        new Map(Array.from(tag.attributes, ([key, { value }]) => [key, value])),
        xml.slice(sign + 1, sign + 1 + tag.name.length),
      );
      if (xml[tag.end - 2] === '/') sink.close(name);
    }
  }
  return undefined;
}
