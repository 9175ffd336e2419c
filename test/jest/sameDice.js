// `npm run messages`: the same random values each time, so that its page changes only where a text does.
if (process.env.MESSAGES_FOLDER !== undefined) require('fast-check').configureGlobal({ seed: 1 });
