/** What the client chooses for a record, as it stands in the fields and as the core wants it. */
import type { Request } from '../../../ipc/client';
import type { Language } from '../../../ipc/generated/Language';
import type { RecordOf } from '../../../ipc/generated/RecordOf';
import type { Sheet } from '../../../ipc/generated/Sheet';
import type { Fellowship, RequirementView } from '../types';
import { spanOf, type Days, type Span } from './span';

export type Choice = Request<'export_attendance_record'>['choice'];

export interface Fields {
  of: RecordOf;
  span: Span;
  /** What is chosen by hand. */
  from: string;
  to: string;
  name: string;
  case_number: string;
  signatures: boolean;
  fellowships: Fellowship[];
  requirement: string | null;
  language: Language;
  sheet: Sheet;
}

/** Nothing private is on the first one. */
export function starting(language: Language): Fields {
  return {
    of: 'groups',
    span: 'month',
    from: '',
    to: '',
    name: '',
    case_number: '',
    signatures: true,
    fellowships: [],
    requirement: null,
    language,
    sheet: language === 'en' ? 'letter' : 'a4',
  };
}

/** The requirements that such a record can be held against. */
export function counting(all: RequirementView[], of: RecordOf): RequirementView[] {
  const treatment = ['individual_sessions', 'treatment_minutes'];
  return all.filter(({ requirement: { counts } }) => {
    const ofTreatment = typeof counts === 'string' && treatment.includes(counts);
    return ofTreatment === (of === 'treatment');
  });
}

/** The days of the chosen span. Without treatment, nothing began: this month stands in for it. */
export function daysOf(fields: Fields, today: string, start: string | undefined): Days {
  if (fields.span === 'own') return { from: fields.from, to: fields.to };
  return spanOf(fields.span === 'start' && !start ? 'month' : fields.span, today, start ?? today);
}

/** What the core is asked for; `undefined` while a day is missing. */
export function chosen(
  fields: Fields,
  today: string,
  start: string | undefined,
  requirements: RequirementView[],
  notes: boolean,
): Choice | undefined {
  const { of, language, sheet } = fields;
  const days = daysOf(fields, today, start);
  if (!days.from || !days.to) return undefined;
  return {
    of,
    ...days,
    name: fields.name.trim(),
    case_number: fields.case_number.trim(),
    fellowships: of === 'groups' ? [...fields.fellowships] : [],
    notes,
    signatures: of === 'groups' && fields.signatures,
    // One that was taken away since is chosen no more.
    requirement:
      requirements.find(({ requirement }) => requirement.id === fields.requirement)?.requirement.id ?? null,
    language,
    sheet,
  };
}
