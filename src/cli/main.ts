#!/usr/bin/env node
import { engineVersion } from '../core/index';

process.stdout.write(`second-source ${engineVersion}\n`);
