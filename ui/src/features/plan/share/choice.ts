/** What the client chooses of the plan for paper or as text. */
import { call } from '../../../ipc/client';
import type { Language } from '../../../ipc/generated/Language';
import type { PlanChoice } from '../../../ipc/generated/PlanChoice';
import type { PlanForm } from '../../../ipc/generated/PlanForm';
import type { Sheet } from '../../../ipc/generated/Sheet';
import { fieldsOf, type Section, type SectionId } from '../sections';

export type Form = PlanForm | 'text';
export const FORMS: readonly Form[] = ['whole', 'card', 'text'];

export interface Fields {
  form: Form;
  /** Parts that stay out: what is written later is in. */
  without: SectionId[];
  name: string;
  sheet: Sheet;
  /** A copy was saved or printed once. */
  copied: boolean;
}

/** The key of its draft, which stays: the next time begins with it. */
export const SHARE = 'plan/share';

export function starting(language: Language): Fields {
  return { form: 'whole', without: [], name: '', sheet: language === 'en' ? 'letter' : 'a4', copied: false };
}

/** The core's sections that are in; `undefined` where none is: to the core, none named means all. */
export function chosen(fields: Fields, written: SectionId[]): Section[] | undefined {
  const sections = written.filter((section) => !fields.without.includes(section)).flatMap(fieldsOf);
  return sections.length > 0 ? sections : undefined;
}

export function onPaper(fields: Fields, sections: Section[], language: Language): PlanChoice {
  const form = fields.form === 'text' ? 'whole' : fields.form;
  return { sections, form, name: fields.name.trim(), language, sheet: fields.sheet };
}

/** Whether the plan was saved as a file or printed once. */
export async function copyKept(): Promise<boolean> {
  const { text } = await call('draft', { key: SHARE });
  return text !== null && (JSON.parse(text) as Partial<Fields>).copied === true;
}
