import { isRefusedWith, type LinkedInError } from '../../api/error';

/**
 * Reads numbers by a call each. One that LinkedIn refuses by itself, or does not have, is missing.
 *
 * @param read returns whether there is a number
 * @param called LinkedIn's or the output's name of it, for warnings
 * @returns a warning for each that is missing
 * @throws LinkedInError if LinkedIn refuses all of them, or who asks
 */
export async function eachNumber<Name>(
	names: readonly Name[],
	read: (name: Name) => Promise<boolean>,
	called: (name: Name) => string,
): Promise<string[]> {
	const warnings: string[] = [];
	const refusals: LinkedInError[] = [];
	const readOne = async (name: Name): Promise<void> => {
		const missing = `LinkedIn returned no number for ${called(name)}.`;
		try {
			if (!(await read(name))) warnings.push(missing);
		} catch (error) {
			if (!isRefusedWith(error, 400, 403)) throw error;
			refusals.push(error);
			warnings.push(`${missing} ${error.words}`);
		}
	};
	// Whoever is refused the first is refused the others: that needn't cost a call for each.
	const [first, ...others] = names;
	if (first !== undefined) await readOne(first);
	const [denied] = refusals;
	if (denied?.status === 403) throw denied;
	await Promise.all(others.map(readOne));
	const [refusal] = refusals;
	if (refusal && refusals.length === names.length) throw refusal;
	return warnings;
}
