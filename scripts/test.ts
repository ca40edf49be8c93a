/**
 * `npm test`: every check of the product and of the content, a line for each. The first that fails
 * ends the run; `-- --all` goes on.
 */
import { parseArgs } from 'node:util';
import { runChecks } from './checks/run.ts';
import { contentSteps, productSteps } from './checks/steps.ts';

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false } } });
// On a machine for tests of the product nothing is left out.
const content = contentSteps.map(({ leftOutIf: _, ...step }) => step);
process.exitCode = await runChecks([...productSteps, ...content], values);
