'use strict';

/** As where undici is not installed and n8n's own copy cannot be found: for this package, not for n8n. */
module.exports = (request, options) => {
	if (request === 'undici' && /[\\/]nodes[\\/]transport[\\/]/.test(options.basedir)) {
		throw Object.assign(new Error('undici is not there'), { code: 'MODULE_NOT_FOUND' });
	}
	return options.defaultResolver(request, options);
};
