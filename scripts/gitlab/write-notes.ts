/** The job `notes` of .gitlab-ci.yml: takes its settings from the variables that GitLab sets. */
import { writeNotes } from './notes.ts';

function variable(name: string): string {
	const value = process.env[name];
	if (value) return value;
	console.error(`The variable ${name} is not set.`);
	console.error('    Run it as the job "notes" of a schedule on the default branch.');
	process.exit(2);
}

const written = writeNotes(process.cwd(), {
	api: variable('CI_API_V4_URL'),
	project: variable('CI_PROJECT_ID'),
	page: variable('CI_PROJECT_URL'),
	branch: variable('CI_DEFAULT_BRANCH'),
	token: variable('REPORT_TOKEN'),
});
try {
	for (const line of await written) console.log(line);
} catch (error) {
	console.error(error instanceof Error ? error.message : String(error));
	console.error('    Check that REPORT_TOKEN is valid and has the scope api.');
	process.exitCode = 1;
}
