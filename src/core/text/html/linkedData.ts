import { decoded } from './htmlTag';

type JsonObject = Readonly<Record<string, unknown>>;

/** What a page's JSON-LD says of its article; as it stands there but for character references. */
export interface LinkedArticle {
  readonly published?: string;
  readonly modified?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly url?: string;
  readonly author?: string;
}

/** The first article (schema.org Article and what lies under it, else a ClaimReview) of a JSON-LD block; looks a few levels deep. */
export function linkedArticle(source: string): LinkedArticle | undefined {
  let data: unknown;
  try {
    // Line ends stand inside strings on many pages, which JSON does not allow.
    data = JSON.parse(source.replace(wrapping, '').replace(/[\n\r\t]/g, ' '));
  } catch {
    return undefined;
  }
  const objects = objectsOf(data);
  const article = objects.find((each) => isOf(each, articleType)) ?? objects.find((each) => isOf(each, /^ClaimReview$/));
  if (!article) return undefined;
  const byId = new Map(objects.map((each) => [each['@id'], each]));
  const resolved = (value: unknown) => (isObject(value) && value.name === undefined ? (byId.get(value['@id']) ?? value) : value);
  const { published, modified, title, url } = {
    published: stringOf(article.datePublished),
    modified: stringOf(article.dateModified),
    title: stringOf(article.headline) ?? stringOf(article.name),
    url: stringOf(article.url) ?? idOf(article.mainEntityOfPage),
  };
  const outlet = nameOf(article.publisher, resolved);
  const author = nameOf(article.author, resolved);
  return {
    ...(published && { published }),
    ...(modified && { modified }),
    ...(outlet && { outlet }),
    ...(title && { title }),
    ...(url && { url }),
    ...(author && { author }),
  };
}

/** Pages written as XML, and those for browsers that knew no scripts, wrap what is in a script. */
const wrapping = /^\s*(?:\/\/\s*)?(?:<!\[CDATA\[|<!--)|(?:\/\/\s*)?(?:\]\]>|-->)\s*$/g;

const articleType = /(?:Article|Posting|Report)$/;

function isOf(object: JsonObject, type: RegExp): boolean {
  return [object['@type']].flat().some((name) => typeof name === 'string' && type.test(name));
}

function objectsOf(data: unknown): readonly JsonObject[] {
  let level: readonly unknown[] = [data];
  const objects: JsonObject[] = [];
  for (let depth = 0; depth < 5 && level.length > 0 && level.length < 1000; depth += 1) {
    const next: unknown[] = [];
    for (const value of level) {
      if (Array.isArray(value)) for (const item of value as readonly unknown[]) next.push(item);
      else if (isObject(value)) {
        objects.push(value);
        next.push(value['@graph'], value.mainEntity);
      }
    }
    level = next.filter((value) => value !== undefined);
  }
  return objects;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? decoded(value) : undefined;
}

function idOf(value: unknown): string | undefined {
  return stringOf(isObject(value) ? value['@id'] : value);
}

/** A person's or organisation's name, or several joined by commas. */
function nameOf(value: unknown, resolved: (value: unknown) => unknown): string | undefined {
  const entries: readonly unknown[] = Array.isArray(value) ? (value as unknown[]).slice(0, 20) : [value];
  const names = entries.flatMap((entry) => {
    const known = resolved(entry);
    const { name } = isObject(known) ? known : { name: known };
    // Some systems write several authors as one with several names.
    return [name].flat().flatMap((each) => stringOf(each) ?? []);
  });
  return names.length > 0 ? Array.from(new Set(names)).join(', ') : undefined;
}
