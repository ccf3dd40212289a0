import type { IExecuteFunctions } from 'n8n-workflow';

import { FileOutput } from '../../../../shared/engine/operation';

import type { GraphObject } from './model';

/** About 10 MB. More are held in memory at no time: n8n stores each file as soon as it is complete. */
const OBJECTS_IN_FILE = 20_000;

/** Files of the format JSON Lines, one object a line, named `duo-graph-1.jsonl` and so on. */
export async function toFiles(
	graph: AsyncIterable<GraphObject[]>,
	field: string,
	helpers: IExecuteFunctions['helpers'],
): Promise<FileOutput[]> {
	const files: FileOutput[] = [];
	let waiting: GraphObject[] = [];
	const store = async (objects: GraphObject[]) => {
		const fileName = `duo-graph-${files.length + 1}.jsonl`;
		const text = objects.map((object) => `${JSON.stringify(object)}\n`).join('');
		const file = await helpers.prepareBinaryData(Buffer.from(text), fileName, 'application/jsonl');
		files.push(new FileOutput({ fileName, ...counted(objects) }, { [field]: file }));
	};

	for await (const objects of graph) {
		for (const object of objects) {
			waiting.push(object);
			if (waiting.length < OBJECTS_IN_FILE) continue;
			await store(waiting);
			waiting = [];
		}
	}
	if (waiting.length > 0) await store(waiting);
	return files;
}

function counted(objects: GraphObject[]): { entities: number; relationships: number } {
	const relationships = objects.filter((object) => '_fromEntityKey' in object).length;
	return { entities: objects.length - relationships, relationships };
}
