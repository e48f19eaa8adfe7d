import type { Answer } from '../../../ipc/client';

export type Preview = Answer<'preview_calendar'>;
export type FileEvent = Preview['events'][number];
