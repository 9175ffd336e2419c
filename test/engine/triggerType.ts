export const TRIGGER_TYPE = 'n8n-nodes-linkedin-media.linkedInMediaTrigger';
