import { defaultSettings, type Readings } from '../simulator';

/** Those that are not the simulator's defaults, as they are written in its sources: `etag: 'quoted'`. */
export function changedReadings(readings: Partial<Readings>): readonly string[] {
	const usual = new Map<string, string>(Object.entries(defaultSettings.readings));
	return Object.entries(readings)
		.filter(([name, value]) => usual.get(name) !== value)
		.map(([name, value]) => `${name}: '${value}'`);
}
