/** The systems behind the pattern and the questions of the example. Here everything is invented. */
import type { Question } from './admit.ts';
import { readPolicy } from './policy/read-policy.ts';
import { fields, flag, list, optional, record, text } from './policy/shape.ts';
import type { Services } from './services.ts';
import { recordShape, type StandInStore, standInStore } from './stand-ins.ts';
import type { Systems } from './stores.ts';

const questionShape = fields({
	title: text,
	by: text,
	audience: text,
	text,
	/** Whether the document store fails while this one is asked. */
	documentsDown: optional(flag),
});
const sourcesShape = fields({ articles: record(recordShape), documents: record(recordShape) });
const readersShape = fields({ readers: record(list(text)) });

export interface StandIns extends Systems {
	articles: StandInStore;
	documents: StandInStore;
	questions: readonly (Question & { title: string; documentsDown: boolean | undefined })[];
}

/** Replace these with connectors to your stores and your directory. The workflow stays as it is. */
export function openStandIns(services: Services): StandIns {
	const { root } = services;
	const { articles, documents } = readPolicy(root, 'example/sources.yaml', sourcesShape);
	const { readers } = readPolicy(root, 'example/readers.yaml', readersShape);
	const shape = fields({ questions: record(questionShape) });
	const { questions } = readPolicy(root, 'example/questions.yaml', shape);
	const known = new Map(Object.entries(readers));
	const directory = { groupsOf: (person: string) => known.get(person) };
	return {
		directory,
		articles: standInStore('knowledge-base', articles, directory, services),
		documents: standInStore('document-store', documents, directory, services),
		questions: Object.entries(questions).map(([id, question]) => ({ id, ...question })),
	};
}
