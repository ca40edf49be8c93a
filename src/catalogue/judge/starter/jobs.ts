/** .ci/*.yml of an overlay: jobs that run scripts of the starter, each under its own name. */
import { z } from 'zod';
import { locateYaml, parseYaml } from '../../read/parse/yaml.ts';
import type { Fault } from './fault.ts';

const jobSchema = z.looseObject({ job: z.string(), run: z.string() });
/** One command of npm or one file of the starter; no shell reads anything into it. */
const RUN = /^(?:npm run [a-z][\w:-]*(?: --)?|node src\/[\w./-]+\.ts)(?: [\w./:=-]+)*$/;

export function* jobFaults(path: string, source: string): Generator<Fault> {
	const read = parseYaml(source);
	const job = 'data' in read ? jobSchema.safeParse(read.data).data : undefined;
	if (!job) {
		yield {
			path,
			message: 'the job is not YAML with the fields "job" and "run".',
			fix: 'Compare it with content/starter/.ci/evaluate.yml.',
		};
		return;
	}
	const name = /([^/]+)\.yml$/.exec(path)?.[1] ?? '';
	const at = (key: string) => {
		const { line, column } = locateYaml(source, [key], 'value');
		return { line, column };
	};
	if (job.job !== name) {
		yield {
			path,
			spot: at('job'),
			message: `the job is called "${job.job}", which could replace another job.`,
			fix: `Call it "${name}", like the file.`,
		};
	}
	if (!RUN.test(job.run)) {
		yield {
			path,
			spot: at('run'),
			message: `the job runs "${job.run}", which is more than a script of the starter.`,
			fix: 'Write "npm run name" or "node src/name.ts".',
		};
	}
}
