import { call } from '../../../ipc/client';
import { answered, QUESTIONS, starting, type Answers } from './answers';

/** The key of its draft. */
export const GUIDE = 'plan/guide';

/** Whether a question was answered, and none of it saved yet. */
export async function guideBegun(): Promise<boolean> {
  const { text } = await call('draft', { key: GUIDE });
  if (text === null) return false;
  const answers = { ...starting(), ...(JSON.parse(text) as Partial<Answers>) };
  return QUESTIONS.some((question) => answered(question, answers));
}
