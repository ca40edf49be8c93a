/** `npm start`: the worked example from end to end, with what happened at each control. */
import { fixedClock } from './clock.ts';
import { readEnvironment } from './environment.ts';
import { EXAMPLE_START, openExample } from './example.ts';
import { main } from './main.ts';
import { ROOT } from './root.ts';
import { runLines } from './run/print-run.ts';
import { openServices } from './services.ts';

await main(async () => {
	// The items and their day are invented. Make the connectors and the clock real at the same time.
	const clock = fixedClock(EXAMPLE_START);
	const services = await openServices({ root: ROOT, clock, environment: readEnvironment(ROOT) });
	const example = openExample(services);
	console.log(example.title);
	console.log(`${services.gateway.about}.\n`);
	for (const { title, act } of example.steps) {
		for (const line of runLines(title, await act())) console.log(line);
	}
	for (const line of example.after()) console.log(line);
	console.log('\nWritten, redacted: logs/audit.jsonl and logs/prompts.jsonl.');
	return 0;
});
