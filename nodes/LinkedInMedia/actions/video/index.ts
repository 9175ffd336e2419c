import type { INodeProperties } from 'n8n-workflow';

import { VIDEOS } from '../../../../linkedin/media/collections';
import { libraryFields, libraryOperations } from '../media';
import type { Operations } from '../operation';
import * as finalizeUpload from './finalizeUpload.operation';
import * as initializeUpload from './initializeUpload.operation';
import * as resumeUpload from './resumeUpload.operation';
import * as upload from './upload.operation';

export const operations: Operations = new Map([
	['finalizeUpload', finalizeUpload.execute],
	['initializeUpload', initializeUpload.execute],
	['resumeUpload', resumeUpload.execute],
	['upload', upload.execute],
	...libraryOperations(VIDEOS),
]);

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['video'] } },
		options: [
			{
				name: 'Batch Get',
				value: 'batchGet',
				description: 'Get many videos by their URNs',
				action: 'Get many videos',
			},
			{
				name: 'Download',
				value: 'download',
				description: 'Download a video, its thumbnail or its captions',
				action: 'Download a video',
			},
			{
				name: 'Finalize Upload',
				value: 'finalizeUpload',
				description: 'End an upload whose parts someone else has sent',
				action: 'Finalize the upload of a video',
			},
			{
				name: 'Find by Account',
				value: 'findByAccount',
				description: 'List the videos in the media library of an ad account',
				action: 'Find videos by account',
			},
			{
				name: 'Get',
				value: 'get',
				description: 'Get a video, or wait until LinkedIn has processed it',
				action: 'Get a video',
			},
			{
				name: 'Initialize Upload',
				value: 'initializeUpload',
				description: 'Get the addresses to which someone else may send the bytes',
				action: 'Initialize the upload of a video',
			},
			{
				name: 'Resume Upload',
				value: 'resumeUpload',
				description: 'Go on with an upload that failed: only what is missing is sent',
				action: 'Resume the upload of a video',
			},
			{
				name: 'Update Library',
				value: 'updateLibrary',
				description: 'Rename, archive or reactivate a video in a media library',
				action: 'Update a video in a library',
			},
			{
				name: 'Upload',
				value: 'upload',
				description: 'Upload a video with captions and thumbnail',
				action: 'Upload a video',
			},
		],
		default: 'upload',
	},
	...initializeUpload.description,
	...finalizeUpload.description,
	...resumeUpload.description,
	...upload.description,
	...libraryFields(VIDEOS),
];
