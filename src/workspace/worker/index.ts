/**
 * The line to a worker, in which both ends may ask. How a worker is started, and how it sees its host, differs between the hosts:
 * `startWorker.*` and `hostPort.*`, which the entries load.
 */
export { Line, type Port, type StartWorker, type WorkerHandle } from './line';
