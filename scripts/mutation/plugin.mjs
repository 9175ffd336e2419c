/** What Stryker loads into each of its processes. */
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { DrawnOrder } from './drawnOrder.mjs';
import { Progress } from './progress.mjs';
import { TestFileRunner } from './runner.mjs';

export const strykerPlugins = [
	declareClassPlugin(PluginKind.TestRunner, 'test-files', TestFileRunner),
	declareClassPlugin(PluginKind.Checker, 'drawn-order', DrawnOrder),
	declareClassPlugin(PluginKind.Reporter, 'progress-lines', Progress),
];
