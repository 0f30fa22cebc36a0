import { pdfPages } from '../../pages/kept/pdf';
import { hostPort } from '../worker/hostPort.node';
import { Line } from '../worker/index';

if (hostPort) new Line(hostPort, { pdfPages });

/** The command line reads the file without a thread. */
export { pdfPages };
