/** One row of {@link FILE_KINDS}. */
interface KindWords {
	readonly label: string;
	readonly isVideo: boolean;
}

const video = (label: string): KindWords => ({ label, isVideo: true });
const other = (label: string): KindWords => ({ label, isVideo: false });

/** What {@link sniff} distinguishes, and how messages name it. */
export const FILE_KINDS = {
	mp4: video('an MP4 video'),
	quicktime: video('a QuickTime movie (MOV)'),
	m4v: video('an iTunes video (M4V)'),
	'3gp': video('a 3GP video'),
	webm: video('a WebM video'),
	matroska: video('a Matroska video (MKV)'),
	avi: video('an AVI video'),
	wmv: video('a Windows Media file (WMV)'),
	flv: video('a Flash video (FLV)'),
	mpegTs: video('an MPEG transport stream (TS)'),
	mpegPs: video('an MPEG program stream (MPG)'),
	ogg: video('an Ogg file'),
	m4a: other('an MPEG-4 sound file (M4A)'),
	mp3: other('an MP3 sound file'),
	wav: other('a WAV sound file'),
	jpeg: other('a JPEG image'),
	png: other('a PNG image'),
	gif: other('a GIF image'),
	webp: other('a WebP image'),
	heic: other('a HEIC image'),
	avif: other('an AVIF image'),
	jpeg2000: other('a JPEG 2000 image'),
	bmp: other('a BMP image'),
	tiff: other('a TIFF image'),
	cameraRaw: other('a raw photo (CR3)'),
	psd: other('a Photoshop file (PSD)'),
	svg: other('an SVG drawing'),
	pdf: other('a PDF'),
	docx: other('a Word document (DOCX)'),
	pptx: other('a PowerPoint presentation (PPTX)'),
	xlsx: other('an Excel workbook (XLSX)'),
	doc: other('an old Word document (DOC)'),
	ppt: other('an old PowerPoint presentation (PPT)'),
	xls: other('an old Excel workbook (XLS)'),
	lockedOffice: other('an Office file with a password'),
	ole: other('an old Office file (DOC, PPT, XLS...)'),
	odt: other('an OpenDocument text (ODT)'),
	odp: other('an OpenDocument presentation (ODP)'),
	ods: other('an OpenDocument spreadsheet (ODS)'),
	odf: other('an OpenDocument file (ODT, ODP, ODS)'),
	keynote: other('a Keynote presentation'),
	iwork: other('an Apple Pages or Numbers document'),
	epub: other('an EPUB book'),
	zip: other('a ZIP or Office file'),
	gzip: other('a gzip archive'),
	rtf: other('an RTF document'),
	html: other('a web page (HTML)'),
	xml: other('an XML text'),
	json: other('a JSON text'),
	srt: other('SRT captions'),
	webvtt: other('WebVTT captions'),
	ass: other('ASS/SSA captions'),
	sbv: other('SBV captions'),
	ttml: other('TTML captions'),
	lrc: other('LRC lyrics'),
	text: other('plain text'),
	unknown: other('a file of an unknown kind'),
} satisfies Record<string, KindWords>;

export type FileKind = keyof typeof FILE_KINDS;
