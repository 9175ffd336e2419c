import { dataTableNode, type Tables } from './dataTable';
import { posting, publishElsewhere } from './postSupport';
import { PAGE, scene } from './scene';
import { runShipped } from './shipped';
import { standIns } from './standIns';

const FILE = 'weekly-report.json';
const SCOPES = [
	'r_organization_social',
	'w_organization_social',
	'rw_organization_admin',
	'w_member_social',
];
const WEEK = 7 * 24 * 3_600_000;

const tables: Tables = new Map();
const stage = scene({
	n8n: { nodeTypes: { ...standIns, 'n8n-nodes-base.dataTable': dataTableNode(tables) } },
});
const { linkedIn, requests } = stage;
const { create, videoOf } = posting(stage);

beforeEach(() => {
	tables.clear();
});

const credential = () => stage.credential({ scopes: SCOPES });
const report = () =>
	runShipped({ engine: stage.engine, credential }, FILE, {
		picks: { author: PAGE },
	});

const rows = () => (tables.get('LinkedIn report')?.rows ?? []).map((row) => ({ ...row }));

/** A post with a video, published now. */
async function aVideoPost(commentary: string): Promise<string> {
	const form = { contentType: 'video', mediaUrn: videoOf(PAGE), commentary };
	const { json } = await create(form).as(PAGE).by(credential());
	return typeof json.urn === 'string' ? json.urn : '';
}

test('templates/weekly-report.json: numbers of the week’s posts and their videos, into a table and an e-mail', async () => {
	const old = await publishElsewhere(linkedIn, 'Three weeks ago');
	linkedIn.clock.advance(3 * WEEK);
	const later = Date.now() + 3 * WEEK;
	jest.spyOn(Date, 'now').mockImplementation(() => later);
	const text = await publishElsewhere(linkedIn, 'Tips & \\<b\\>tricks\\</b\\>');
	const video = await aVideoPost('Our film');
	linkedIn.tell(
		{ post: old, kind: 'view', times: 999 },
		{ post: text, kind: 'view', times: 40 },
		{ post: text, kind: 'click', times: 3 },
		{ post: video, kind: 'view', times: 80 },
		{ post: video, kind: 'like', times: 5 },
		{ post: video, kind: 'watch', ms: 4000, times: 7, member: 'ben' },
	);
	const result = await report();
	expect(result.error).toBeUndefined();

	expect(rows()).toHaveLength(2);
	const of = (urn: string) => rows().find((row) => row.urn === urn);
	expect(of(text)).toMatchObject({ impressions: 40, clicks: 3, likes: 0, videoViews: null });
	expect(of(video)).toMatchObject({ impressions: 80, likes: 5, videoViews: 7 });
	expect(of(video)?.text).toBe('Our film');

	const [mail, ...others] = result.items('Report');
	expect(others).toEqual([]);
	const { subject, html } = mail?.json ?? {};
	expect(subject).toMatch(/^LinkedIn: the week from \d+ [A-Z][a-z]+$/);
	expect(html).toContain('2 posts, 120 impressions, 3 clicks, 5 likes');
	expect(html).toContain('Tips &amp; &lt;b&gt;tricks&lt;/b&gt;');
	expect(html).toContain('width:100%');
	expect(html).toContain('width:50%');
	expect(html).not.toContain('Three weeks ago');
});

test('without a video no views are asked for; a week without posts makes no report', async () => {
	const urn = await publishElsewhere(linkedIn, 'Text');
	linkedIn.tell({ post: urn, kind: 'view', times: 4 });
	const result = await report();
	expect(result.error).toBeUndefined();
	expect(requests('statistics.ofVideos')).toEqual([]);
	expect(rows()).toMatchObject([{ urn, impressions: 4, videoViews: null }]);

	linkedIn.clock.advance(2 * WEEK);
	const later = Date.now() + 2 * WEEK;
	jest.spyOn(Date, 'now').mockImplementation(() => later);
	const quiet = await report();
	expect(quiet.error).toBeUndefined();
	expect(rows()).toHaveLength(1);
});
