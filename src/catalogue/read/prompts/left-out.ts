/** What dotprompt and Handlebars can do and templates here do not, each on purpose and with the way round. */

export interface LeftOut {
	message: string;
	fix: string;
}

const refuse = (what: string, fix: string): LeftOut => ({
	message: `${what} is not supported in templates.`,
	fix,
});

/** By the name of the helper, or of the kind of statement. */
export const LEFT_OUT: Readonly<Record<string, LeftOut>> = {
	history: refuse(
		'{{history}}',
		'Declare the earlier messages as a list variable and loop over it between marks: each prompt is tested with the text it gets.',
	),
	media: refuse(
		'{{media}}',
		'Give the text of the picture or file as a variable: test cases and exports contain only text.',
	),
	section: refuse('{{section}}', 'Put the text under the role it belongs to.'),
	json: refuse(
		'{{json}}',
		'Write the fields by name: {{#each list}}{{this.name}}{{/each}}, or declare a text variable that contains the JSON.',
	),
	ifEquals: refuse(
		'{{#ifEquals}}',
		'Declare a boolean variable and write {{#if name}}, so that the case is tested by its name.',
	),
	unlessEquals: refuse(
		'{{#unlessEquals}}',
		'Declare a boolean variable and write {{#unless name}}.',
	),
	with: refuse('{{#with}}', 'Write the whole name: {{person.name}}.'),
	lookup: refuse('{{lookup}}', 'Write the whole name: {{person.name}}, or loop with {{#each}}.'),
	log: refuse('{{log}}', 'Delete it.'),
	partial: refuse(
		'a partial ({{> name}})',
		'Copy its text into this template: the digest of a prompt names all of its text.',
	),
	decorator: refuse('a decorator ({{* name}})', 'Delete it, and write the text itself.'),
};

const KINDS: Readonly<Record<string, string>> = {
	PartialStatement: 'partial',
	PartialBlockStatement: 'partial',
	Decorator: 'decorator',
	DecoratorBlock: 'decorator',
};

/** The name under which a kind of statement is left out. */
export const kindOf = ({ type }: { type: string }): string => KINDS[type] ?? type;

const NO_TOOLS =
	'Prompts do not list tools: the pattern lists them under agent, where each has its limits. Delete the key.';

/** Keys of the frontmatter that dotprompt reads and prompts here do not have. */
export const LEFT_OUT_KEYS: Readonly<Record<string, string>> = {
	tools: NO_TOOLS,
	toolDefs: NO_TOOLS,
	maxTurns: 'A prompt is one call: limits on turns are under agent in the pattern. Delete the key.',
	toolChoice: NO_TOOLS,
	returnToolRequests: NO_TOOLS,
	name: 'The name comes from the file. Delete the key.',
	variant:
		'Variants are not supported. Make a separate prompt with its own cases, and delete the key.',
	metadata: 'Facts about the prompt are in the catalogue.* keys. Delete the key.',
	safetySettings:
		'Safety settings differ between suppliers: they are set in the gateway and described in the model entry. Delete the key.',
	responseMimeType: 'The form of the answer is output.format. Delete the key.',
	candidateCount: 'Only one answer is tested, so ask for only one. Delete the key.',
	thinkingConfig:
		'How long a model reasons differs between suppliers: it is set in the gateway. Delete the key.',
	apiKey: 'A prompt never contains keys: the gateway has them. Delete the key.',
};

/** What to do where a schema is called by a name. */
export const NAMED_SCHEMA =
	'Write the fields here, such as "name: string, what it is": a prompt is one file, so it cannot refer to a schema by name.';
