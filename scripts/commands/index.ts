/** The commands. A new one is one file and one line here. */
import type { Command } from '../run.ts';
import { bench } from './bench.ts';
import { exportCommand } from './export.ts';
import { serve } from './serve.ts';
import { validate } from './validate.ts';

export const commands: readonly Command[] = [serve, validate, exportCommand, bench];
