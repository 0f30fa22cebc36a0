import { hostPort } from '../worker/hostPort.node';
import { serveIndex } from './indexServer';

if (hostPort) serveIndex(hostPort);
