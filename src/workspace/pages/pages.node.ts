import { keptFile } from '../../pages/kept/keptFile';
import { mainContent } from '../../pages/mainContent';
import { hostPort } from '../worker/hostPort.node';
import { Line } from '../worker/index';

if (hostPort) new Line(hostPort, { keptFile, mainContent });
