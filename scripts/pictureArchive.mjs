// An archive of somebody else for pictures: a few invented articles behind the requests that a search engine is asked, on this machine.
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';

const articles = [
  [
    'Reedham Echo',
    '2025-05-12',
    'Kess will “keep the channel open in every season and put the safety of crews before any tariff,” Sen Maroa said in Reedham.',
  ],
  [
    'Quayside Herald',
    '2025-05-12',
    '“Kess will keep the channel open in every season, and put the safety of crews before any fee,” Sen Maroa told reporters.',
  ],
  [
    'The Saltmarsh Gull',
    '2025-05-13',
    'Transport Minister Sen Maroa said that Kess would keep the channel open in every season and put the safety of crews first.',
  ],
  [
    'Dune Courier',
    '2025-05-13',
    'Sen Maroa promised to “keep the channel open in every season and put the safety of crews before any tariff.”',
  ],
  [
    'Ferry Post',
    '2025-05-14',
    'Kess would “put the safety of crews before any tariff,” the transport minister, Sen Maroa, was quoted as saying.',
  ],
].map(([paper = '', day = '', text = ''], n) => ({
  _id: `story-${n}`,
  found: true,
  _source: {
    paper,
    day,
    headline: 'Minister calls at the old customs house',
    address: `https://archive.example/${n}`,
    body: `${text}\n\nThe visit to Lowen went on for four days, and the customs house was open to everybody on the last of them.`,
  },
}));

export const archiveFields = 'text=body,outlet=paper,published=day,title=headline,url=address';

/** @returns {Promise<{ url: string, close: () => void }>} */
export async function startArchive() {
  const server = createServer((request, response) => void answer(request, response));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
async function answer(request, response) {
  const path = request.url ?? '';
  /** @type {unknown} */
  let value = { press: { mappings: { properties: { body: { type: 'text' } } } } };
  if (path.includes('/_search')) value = { timed_out: false, _shards: { failed: 0 }, hits: { hits: articles.map(({ _id }) => ({ _id })) } };
  if (path.includes('/_mget')) {
    const { ids } = /** @type {{ ids: string[] }} */ (await json(request));
    value = { docs: articles.filter(({ _id }) => ids.includes(_id)) };
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
