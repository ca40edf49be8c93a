/** The formats of findings. A new one is one file and one line here. */
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { pretty } from './pretty.ts';
import type { Printer } from './printer.ts';
import { sarif } from './sarif.ts';

export const printers: readonly Printer[] = [pretty, json, github, gitlab, sarif, junit];
