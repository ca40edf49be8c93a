/** `npm run ci -- <job>`: runs one job of `.ci/`. Exit codes: 0 passed, 1 something is wrong, 2 set up wrongly. */
import { JOBS } from './ci/jobs.ts';
import { realClock } from './clock.ts';
import { limitsShape } from './controls/rate-spend-limits.ts';
import { readEnvironment } from './environment.ts';
import { chooseGateway } from './gateway/choose-gateway.ts';
import { main } from './main.ts';
import { readPolicy } from './policy/read-policy.ts';
import { SetupError } from './refusal.ts';
import { ROOT } from './root.ts';

await main(async () => {
	const [name = ''] = process.argv.slice(2);
	const job = Object.hasOwn(JOBS, name) ? JOBS[name] : undefined;
	if (!job)
		throw new SetupError(`There is no job "${name}".`, `Jobs: ${Object.keys(JOBS).join(', ')}.`);
	const { timeoutSeconds } = readPolicy(ROOT, 'policy/limits.yaml', limitsShape);
	const environment = readEnvironment(ROOT);
	const chosen = chooseGateway(ROOT, environment, timeoutSeconds);
	const useCase = environment.USE_CASE || undefined;
	const context = { root: ROOT, clock: realClock, ...chosen, useCase, out: console.log };
	const problems = await job(context);
	for (const problem of problems) console.error(problem);
	return problems.length > 0 ? 1 : 0;
});
