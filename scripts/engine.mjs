// A real search engine on loopback for tests and measurements: OpenSearch, run from its jars on Maven, each node a process that cannot outlive us.
//   node scripts/engine.mjs [--nodes 3] [--heap 384m]     prints the nodes' addresses, and ends them with Ctrl+C
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { root, run, start } from './command.mjs';

const version = '2.19.6';
/** The jars, once, and the data of what runs. */
const home = process.env.SECOND_SOURCE_ENGINE_DIR ?? path.join(root, '.engine');
const folder = path.join(home, version);

/** What the engine's archive holds as modules: the jars that belong to each, and what it says of itself. */
const modules = [
  {
    name: 'transport-netty4',
    artifact: 'transport-netty4-client',
    jars: /^(?:transport-netty4-client|netty-)/,
    main: 'org.opensearch.transport.Netty4Plugin',
    policy: [
      'grant codeBase "${codebase.netty-common}" {',
      '  permission java.io.FilePermission "/proc/sys/net/core/somaxconn", "read";',
      '  permission java.net.SocketPermission "*", "accept,connect";',
      '  permission java.lang.RuntimePermission "*", "setContextClassLoader";',
      '  permission java.lang.RuntimePermission "getClassLoader";',
      '};',
      'grant codeBase "${codebase.netty-transport}" { permission java.util.PropertyPermission "sun.nio.ch.bugLevel", "write"; };',
    ],
  },
  {
    name: 'analysis-common',
    artifact: 'analysis-common',
    jars: /^analysis-common/,
    main: 'org.opensearch.analysis.common.CommonAnalysisPlugin',
    policy: [],
  },
];

/**
 * @typedef {object} Node
 * @property {string} url
 * @property {() => Promise<void>} kill ends it without a word to the others
 *
 * @typedef {object} Engine
 * @property {readonly Node[]} nodes
 * @property {() => Promise<void>} stop
 */

/**
 * @param {{ nodes?: number, heap?: string, seconds?: number, say?: (line: string) => void }} [options]
 * @returns {Promise<Engine | { missing: string }>} `missing`: why there can be none here
 */
export async function startEngine({ nodes: count = 1, heap = '384m', seconds = 360, say = () => {} } = {}) {
  const java = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
  const missing = missingTools(java);
  if (missing !== undefined) return { missing };
  const until = Date.now() + seconds * 1000;
  if (!existsSync(path.join(folder, 'complete'))) {
    say(`OpenSearch ${version} comes from Maven (60 MB, once)`);
    await bringJars();
  }
  const data = mkdtempSync(path.join(home, 'data-'));
  const ports = await freePorts(2 * count);
  const nodes = Array.from({ length: count }, (_, k) => startNode(java, heap, data, ports, k));
  const stop = async () => {
    await Promise.all(nodes.map(({ running }) => running.stop()));
    rmSync(data, { recursive: true, force: true });
  };
  say(`${count} of OpenSearch ${version} start${count === 1 ? 's' : ''}`);
  try {
    for (const began = Date.now(); !(await isReady(nodes[0]?.url ?? '', count)); await sleep(500)) {
      const ended = nodes.find(({ over }) => over());
      if (ended) throw new Error(`The engine ended:\n${ended.lines.join('\n')}`);
      if (Date.now() > until) throw new Error(`The engine is not ready after ${seconds} s:\n${nodes[0]?.lines.join('\n')}`);
      if (Math.floor((Date.now() - began) / 500) % 40 === 39) say(`waiting for it since ${Math.round((Date.now() - began) / 1000)} s`);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { nodes: nodes.map(({ url, running }) => ({ url, kill: () => running.stop() })), stop };
}

/** @param {string} java */
function missingTools(java) {
  const { stderr, error } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  const major = Number(/version "(\d+)/.exec(stderr ?? '')?.[1]);
  if (error || !major) return 'no Java';
  // It was made for a security manager, which Java 24 has no more.
  if (major < 11 || major > 23) return `Java ${major}, where OpenSearch ${version} wants 11 to 23`;
  const maven = spawnSync('mvn', ['-v'], { encoding: 'utf8' });
  return maven.error || maven.status !== 0 ? 'no Maven' : undefined;
}

/** The jars and the folders that the engine expects around them. */
async function bringJars() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'home', 'plugins'), { recursive: true });
  const wanted = [
    ['org.opensearch', 'opensearch', version],
    ['org.opensearch', 'opensearch-plugin-classloader', version],
    ...modules.map(({ artifact }) => ['org.opensearch.plugin', artifact, version]),
    ['org.apache.logging.log4j', 'log4j-core', '2.25.4'],
  ];
  const dependencies = wanted.map(
    ([group, artifact, number]) =>
      `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${number}</version></dependency>`,
  );
  writeFileSync(
    path.join(folder, 'pom.xml'),
    `<project><modelVersion>4.0.0</modelVersion><groupId>engine</groupId><artifactId>engine</artifactId><version>1</version>` +
      `<packaging>pom</packaging><dependencies>${dependencies.join('')}</dependencies></project>`,
  );
  await run('mvn', 'mvn', ['-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=jars', '-DincludeScope=runtime'], {
    cwd: folder,
  });
  for (const { name, jars, main, policy } of modules) {
    const place = path.join(folder, 'home', 'modules', name);
    mkdirSync(place, { recursive: true });
    const facts = { name, description: name, version, classname: main, 'java.version': '11', 'opensearch.version': version };
    writeFileSync(path.join(place, 'plugin-descriptor.properties'), lines(Object.entries(facts).map(([key, value]) => `${key}=${value}`)));
    if (policy.length > 0) writeFileSync(path.join(place, 'plugin-security.policy'), lines(policy));
    for (const jar of readdirSync(path.join(folder, 'jars')).filter((jar) => jars.test(jar)))
      renameSync(path.join(folder, 'jars', jar), path.join(place, jar));
  }
  writeFileSync(path.join(folder, 'complete'), '');
}

/**
 * @param {string} java
 * @param {string} heap
 * @param {string} data
 * @param {readonly number[]} ports two a node: one for us, one among themselves
 * @param {number} k which of the nodes
 */
function startNode(java, heap, data, ports, k) {
  const own = path.join(data, `node${k}`);
  for (const name of ['conf', 'tmp']) mkdirSync(path.join(own, name), { recursive: true });
  const nodes = Array.from({ length: ports.length / 2 }, (_, node) => node);
  const settings = {
    'cluster.name': 'second-source-test',
    'node.name': `node${k}`,
    'path.data': path.join(own, 'data'),
    'path.logs': path.join(own, 'logs'),
    'network.host': '127.0.0.1',
    'http.port': ports[2 * k],
    'transport.port': ports[2 * k + 1],
    'discovery.seed_hosts': nodes.map((node) => `127.0.0.1:${ports[2 * node + 1]}`),
    'cluster.initial_cluster_manager_nodes': nodes.map((node) => `node${node}`),
    'bootstrap.system_call_filter': false,
    'cluster.routing.allocation.disk.threshold_enabled': false,
  };
  writeFileSync(path.join(own, 'conf', 'opensearch.yml'), JSON.stringify(settings));
  writeFileSync(
    path.join(own, 'conf', 'log4j2.properties'),
    lines([
      'appender.console.type=Console',
      'appender.console.name=console',
      'appender.console.layout.type=PatternLayout',
      'rootLogger.level=warn',
      'rootLogger.appenderRef.console.ref=console',
    ]),
  );
  const jars = readdirSync(path.join(folder, 'jars')).map((jar) => path.join(folder, 'jars', jar));
  const properties = {
    'java.io.tmpdir': path.join(own, 'tmp'),
    'java.security.manager': 'allow',
    'java.awt.headless': true,
    // Without JNA it cannot tell that root starts it, as root does in CI, and which it would refuse.
    'jna.nosys': true,
    'jna.nounpack': true,
    'log4j.shutdownHookEnabled': false,
    'log4j2.disable.jmx': true,
    'io.netty.noUnsafe': true,
    'io.netty.noKeySetOptimization': true,
    'opensearch.path.home': path.join(folder, 'home'),
    'opensearch.path.conf': path.join(own, 'conf'),
    'opensearch.distribution.type': 'tar',
  };
  /** @type {string[]} */
  const printed = [];
  let over = false;
  const running = start(
    java,
    [
      ...[`-Xms${heap}`, `-Xmx${heap}`, '-XX:+UseSerialGC', '-XX:-UsePerfData'],
      ...Object.entries(properties).map(([name, value]) => `-D${name}=${value}`),
      ...['-cp', jars.join(path.delimiter), 'org.opensearch.bootstrap.OpenSearch'],
    ],
    { cwd: own, onLine: (line) => void (printed.push(line) > 40 && printed.shift()) },
  );
  void running.exit.then(() => (over = true));
  return { url: `http://127.0.0.1:${ports[2 * k]}`, running, lines: printed, over: () => over };
}

/** @param {string} url @param {number} count */
async function isReady(url, count) {
  try {
    const answer = await fetch(`${url}/_cluster/health`, { signal: AbortSignal.timeout(2000) });
    const { status, number_of_nodes: there } = /** @type {{ status: string, number_of_nodes: number }} */ (await answer.json());
    return status === 'green' && there === count;
  } catch {
    return false;
  }
}

/** @param {number} count */
async function freePorts(count) {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await new Promise((resolve) => server.once('listening', resolve));
      return server;
    }),
  );
  return servers.map((server) => {
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    server.close();
    return port;
  });
}

/** @param {readonly string[]} list */
function lines(list) {
  return `${list.join('\n')}\n`;
}

if (fileURLToPath(import.meta.url) === process.argv[1]) {
  const { values } = parseArgs({ options: { nodes: { type: 'string', default: '1' }, heap: { type: 'string', default: '384m' } } });
  const engine = await startEngine({ nodes: Number(values.nodes), heap: values.heap, say: (line) => console.log(line) });
  if ('missing' in engine) console.log(`no engine here: ${engine.missing}`);
  else {
    console.log(engine.nodes.map(({ url }) => url).join(','));
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void engine.stop().then(() => process.exit(0)));
  }
}
