/**
 * The house's style as a list: words that sound translated, and what to write instead. A general
 * linter of prose (write-good) was tried: it objects to every passive, of which a message such as
 * "the upload was not completed" needs its share, and to none of these.
 *
 * `where`: the kinds of text (`texts.mjs`) that a rule is for; default: what users read.
 */
export const FOR_USERS = ['docs', 'product', 'template'];
const EVERYWHERE = [...FOR_USERS, 'contributors', 'comment'];

export const RULES = [
	{ find: /\blook(s|ed|ing)? into\b/i, write: 'check', where: EVERYWHERE },
	{ find: /\bsomeone else\b|\bsomebody else\b/i, write: 'another system' },
	{ find: /\b(send|sends|sending) (it|them|that) again\b/i, write: 'retry' },
	{ find: /\bwithout a word\b/i, write: 'silently', where: EVERYWHERE },
	{ find: /\ball the same\b/i, write: 'still', where: EVERYWHERE },
	{ find: /\bby (itself|themselves)\b/i, write: 'automatically, on its own' },
	{ find: /\banew\b/i, write: 'again', where: EVERYWHERE },
	{ find: /\bonce more\b/i, write: 'again' },
	{
		find: /\bLinkedIn (takes|wants|tells|gives|names|misses|plans|wishes)\b/,
		write: 'accepts, requires, returns, lists …',
	},
	{
		find: /\b(gave|gives|given by) (an?|no|the|another) (answer|address|URN|file|page)/i,
		write: 'returns',
	},
	{ find: /\b(had|has) a failure of its own\b/i, write: 'returned a server error' },
	{ find: /\bits? has ended\b|\btoken ends\b|\bconnection ends\b/i, write: 'expires' },
	{ find: /\bstands? (in|at|on|for|there)\b/i, write: 'is in' },
	{ find: /\bis no [a-z]+ ?(file|list|object|text|URL|address|PDF)/, write: 'is not a' },
	{ find: /\bis an?other one\b/i, write: 'is different' },
	{ find: /\b(may|might) not (read|post|see|be|get|send|list)\b/i, write: 'can’t' },
	{ find: /\bgo(es)? on (with|further|by)\b/i, write: 'continue' },
	{ find: /\b(begun|was begun|begins an? upload)\b/i, write: 'started' },
	{ find: /\bheals?\b|\bin sight\b|\bleaf through\b/i, write: 'plain words, no metaphors' },
	{ find: /\bserves? too\b|\bserves? best\b/i, write: 'also works' },
	{ find: /\bat the same time, 1 to 16\b/, write: 'at once (1–16)' },
	{ find: /\bscreen readers say\b/i, write: 'Description for screen readers' },
	{ find: /\bhand(s|ed|ing)? (over|out|them|on)\b/i, write: 'pass, share' },
	{
		find: /\bwhatever became\b|\bwhat became of\b|\bwhat LinkedIn has made\b/i,
		write: 'the status, the result',
	},
	{ find: /\bif it stays\b/i, write: 'if it keeps failing' },
	{ find: /\bfor good\b|\bfor ever\b/i, write: 'permanent' },
	{ find: /\bis not (an?|the) (address|text|texts)\b/i, write: 'URL, text' },
	{ find: /\bno byte\b|\bthe bytes (go|went|are)\b/i, write: 'nothing was sent, the file' },
	{ find: /\bquestion of\b|\bno business of\b/i, write: 'out of scope' },
	{
		find: /\b(?<!IP |email |e-mail )address(es)?\b/i,
		write: 'URL',
		where: ['product', 'template'],
	},
	{ find: /\banswer(s|ed)?\b/i, write: 'response, respond', where: ['product', 'template'] },
	{ find: /\bof (an|the) article (this|the)\b/i, write: 'for an article' },
	{ find: /\bdoes not know\b|\bdoes not find\b/i, write: 'doesn’t know, can’t find' },
	{
		find: /\bby lines?\b|\bcommas or lines\b|\bby comma\b|\bby expression\b/i,
		write: 'commas or line breaks; an expression that returns …',
	},
	{ find: /\bActivate\b/, write: 'Publish (workflows)' },
	{ find: /[^.…]\.\.\.\w|!!/, write: 'one stop' },
];
