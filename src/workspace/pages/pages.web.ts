import { keptFile } from '../../pages/kept/keptFile';
import { mainContent } from '../../pages/mainContent';
import { hostPort } from '../worker/hostPort.web';
import { Line } from '../worker/index';

new Line(hostPort, { keptFile, mainContent });
