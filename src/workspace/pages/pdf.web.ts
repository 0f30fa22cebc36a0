import { pdfPages } from '../../pages/kept/pdf';
import { hostPort } from '../worker/hostPort.web';
import { Line } from '../worker/index';

new Line(hostPort, { pdfPages });
