/**
 * Brings node_modules to what package-lock.json says; does nothing when it is so already.
 * Uses nothing but Node: on a fresh clone there is nothing else.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { npm } from './npm.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
/** npm's own record of what is installed, written last: without it an install was cut short. */
const installedList = path.join(root, 'node_modules/.package-lock.json');
const turn = path.join(root, '.cache/setup.lock');

/** What the newest of the development dependencies asks for. */
const oldest = [20, 19];

checkNode();
if (!isInstalled()) {
	await takeTurn();
	try {
		// Another run may have done it while this one waited.
		if (!isInstalled()) install();
	} finally {
		rmSync(turn, { force: true });
	}
}

function checkNode() {
	const [major, minor] = process.versions.node.split('.').map(Number);
	if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
	console.error(`Node ${oldest.join('.')} or newer is needed; this is ${process.versions.node}.`);
	process.exit(1);
}

/** Packages that were installed on top of the lock file do no harm and are not looked at. */
function isInstalled() {
	const installed = readPackages(installedList);
	if (installed === undefined) return false;
	const wanted = readPackages(path.join(root, 'package-lock.json'));
	return Object.entries(wanted).every(([folder, { version, optional, link }]) => {
		if (folder === '' || link === true) return true;
		const found = installed[folder];
		// npm leaves out optional packages made for other platforms.
		return found === undefined ? optional === true : found.version === version;
	});
}

function readPackages(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages;
	} catch (error) {
		if (error.code === 'ENOENT') return undefined;
		throw error;
	}
}

function install() {
	console.log('Installing the development dependencies (once, about a minute) ...');
	const started = Date.now();
	rmSync(installedList, { force: true });
	// Errors only: packages for a newer Node than this one would warn, and are not used on it.
	npm(
		['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
		root,
	);
	console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** One install at a time: two in one folder destroy each other. */
async function takeTurn() {
	mkdirSync(path.dirname(turn), { recursive: true });
	for (let told = false; ; told = true) {
		try {
			writeFileSync(turn, String(process.pid), { flag: 'wx' });
			return;
		} catch (error) {
			if (error.code !== 'EEXIST') throw error;
		}
		if (!told) console.log('Another process is installing; waiting for it ...');
		dropTurnOfTheDead();
		await wait(500);
	}
}

/** A run that was killed leaves its file behind. */
function dropTurnOfTheDead() {
	try {
		const owner = Number(readFileSync(turn, 'utf8'));
		// An empty file is one that its owner is just writing.
		if (owner === 0 || isAlive(owner)) return;
		const aside = `${turn}.${process.pid}`;
		renameSync(turn, aside);
		rmSync(aside);
	} catch (error) {
		if (error.code !== 'ENOENT') throw error;
	}
}

function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
}
