/** Pictures beside entries: which file a name in prose means, and where it is published. */
import type { Entry } from './entry.ts';
import type { Asset, Catalogue, Picture } from './graph.ts';

export type { Picture };

/** Where a picture is published: two of one name and content are one. */
export function picturePath(file: string, digest: string): string {
	const name = file.slice(file.lastIndexOf('/') + 1).toLowerCase();
	const dot = name.lastIndexOf('.');
	return `pictures/${name.slice(0, dot)}.${digest.slice(0, 16)}${name.slice(dot)}`;
}

const indexes = new WeakMap<readonly Asset[], Map<string, Asset>>();

/** The file that a name in the prose of an entry means. */
export function assetBeside(
	{ file }: Pick<Entry, 'file'>,
	name: string,
	{ assets }: Pick<Catalogue, 'assets'>,
): Asset | undefined {
	const index = indexes.get(assets) ?? new Map(assets.map((asset) => [asset.file, asset]));
	indexes.set(assets, index);
	return index.get(folderOf(file) + name);
}

/** The folder of a file, with a slash at its end. */
export const folderOf = (file: string) => file.slice(0, file.lastIndexOf('/') + 1);

/** The pictures that the prose of an entry shows, by name. */
export function picturesOf(
	entry: Pick<Entry, 'file' | 'pictures'>,
	catalogue: Pick<Catalogue, 'assets'>,
): Map<string, Picture> {
	const pictures = new Map<string, Picture>();
	for (const { name } of entry.pictures) {
		const picture = assetBeside(entry, name, catalogue)?.picture;
		if (picture) pictures.set(name, picture);
	}
	return pictures;
}

/** The picture that an address in prose means, such as "./flow.png". */
export const pictureAt = (pictures: ReadonlyMap<string, Picture>, url: string) =>
	pictures.get(url.replace(/^\.\//, ''));
