import type { IExecuteFunctions, IPollFunctions } from 'n8n-workflow';

import type { Readable, Values } from './field';

/** The form of one item, or of a trigger, with its expressions resolved. */
export class Form implements Values {
	private constructor(private readonly parameter: (name: string) => unknown) {}

	static ofItem(execution: IExecuteFunctions, itemIndex: number): Form {
		return new Form((name) => execution.getNodeParameter(name, itemIndex, NOTHING));
	}

	static ofTrigger(caller: IPollFunctions): Form {
		return new Form((name) => caller.getNodeParameter(name, NOTHING));
	}

	get(name: string): unknown {
		return this.parameter(name);
	}

	/** @throws Problem that names the field as the form shows it */
	read<Value>(field: Readable<Value>): Value {
		return field.read(this);
	}
}

/** For n8n, which throws if a parameter is undefined. Each field reads it as a missing value. */
const NOTHING = '';
