/**
 * `npm run check`: every check of the content of this repository, a line for each: what the pipeline
 * of an organisation runs when it has not changed the code. The first that fails ends the run;
 * `-- --all` goes on.
 */
import { parseArgs } from 'node:util';
import { runChecks } from './checks/run.ts';
import { contentSteps } from './checks/steps.ts';

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false } } });
process.exitCode = await runChecks(contentSteps, values);
