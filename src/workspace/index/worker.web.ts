import { hostPort } from '../worker/hostPort.web';
import { serveIndex } from './indexServer';

serveIndex(hostPort);
