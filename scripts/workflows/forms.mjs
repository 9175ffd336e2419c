/** The elements of an issue form that hold an answer. https://docs.github.com/communities (syntax for GitHub's form schema) */
const ANSWERED = ['checkboxes', 'dropdown', 'input', 'textarea'];

/** GitHub shows a wrong form to nobody, and says so nowhere. */
export function problemsOfForm({ name, description, body = [] }) {
	const ids = body.map(({ id }) => id).filter((id) => id !== undefined);
	return [
		...(name && description ? [] : ['a form needs a name and a description.']),
		...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `the id "${id}" is not unique.`),
		...(body.some(({ type }) => ANSWERED.includes(type)) ? [] : ['the form asks nothing.']),
		...body.flatMap(problemsOfElement),
	];
}

function problemsOfElement({ type, id, attributes = {} }) {
	if (type === 'markdown') return attributes.value ? [] : ['a text is empty.'];
	if (!ANSWERED.includes(type)) return [`"${type}" is no element of a form.`];
	return [
		...(/^[\w-]+$/.test(id ?? '') ? [] : [`a field of type ${type} has no id.`]),
		...(attributes.label ? [] : [`the field "${id}" has no label.`]),
		...(type !== 'dropdown' || attributes.options?.length > 0 ? [] : [`"${id}" has no options.`]),
	];
}
