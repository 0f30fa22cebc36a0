import { deciding } from './editor/decide/index';
import { exchanging } from './editor/exchange/index';
import { overseeing } from './editor/folder/index';
import { jumping } from './editor/jump/index';
import { reading } from './editor/read/index';

/** All that a window needs which has annotated articles, or has been asked for more than to annotate a folder. */
export const features = [...reading, ...jumping, ...deciding, ...exchanging, ...overseeing];
