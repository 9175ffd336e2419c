import { setMaxListeners } from 'node:events';
import type { Server } from 'node:http';
import { Connections } from './core/connections';
import { exchange, type Surroundings } from './core/exchange';
import { Journal } from './core/journal';
import { listen } from './core/server';
import { createSimulation } from './createSimulation';
import { controlRequest, isControl } from './control/control';
import { FaultBook } from './faults/faultBook';
import { createHandle } from './handle';
import type { Simulator, SimulatorOptions } from './types';

/** Starts LinkedIn on loopback. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const simulation = createSimulation(options);
	const closing = new AbortController();
	// Every delayed answer and every stall listens to it.
	setMaxListeners(0, closing.signal);
	const around: Surroundings = {
		simulation,
		journal: new Journal(),
		faults: new FaultBook(),
		connections: new Connections(),
		closing: closing.signal,
	};
	const started = simulation.settings;
	const handle = createHandle(around, started, () => stop(around, closing, server));
	const { server, origin } = await listen(
		options.port ?? 0,
		around.connections,
		(message, response) =>
			isControl(message)
				? controlRequest(handle, message, response)
				: exchange(around, message, response),
	);
	simulation.origin = origin;
	return handle;
}

async function stop(
	{ connections, simulation }: Surroundings,
	closing: AbortController,
	server: Server,
): Promise<void> {
	closing.abort();
	connections.destroy();
	if (server.listening) {
		await new Promise((resolve) => {
			server.close(resolve);
			connections.destroy();
		});
	}
	await simulation.spool.clear();
}
