import type { CrisisLine } from '../../ipc/generated/CrisisLine';
import type { CrisisLines } from '../../ipc/generated/CrisisLines';
import type { OwnLine } from '../../ipc/generated/OwnLine';
import { has, language, t } from '../../words';

/** The line for when a life is in danger. */
export const EMERGENCY = 'us-911';
const LIFELINE = 'us-988';
/** The same line, as one reaches it in Spanish. */
const LIFELINE_ES = 'us-988-es';
/** The word that the line in Spanish wants to be texted. */
const HELP_ES = 'AYUDA';

/** What stands here until the core has answered, and if it cannot. */
const ALWAYS: CrisisLine[] = [
  { id: LIFELINE, call: '988', text: '988', tty: null },
  { id: LIFELINE_ES, call: '988', text: '988', tty: null },
  { id: EMERGENCY, call: '911', text: null, tty: null },
];

/** A crisis line in words, to be called or texted. */
export interface Line {
  id: string;
  name: string;
  /** What a press does. */
  doing: string;
  offers: string;
  /** Empty where one only texts. */
  call: string;
  /** Empty where one only calls. */
  text: string;
  /** What to text. */
  message: string;
  tty: string;
}

/** The crisis lines in the order in which they are shown: the client's own, then those that fit the language. */
export function crisisLines(known: CrisisLines | null | undefined): Line[] {
  const own = known?.own ?? [];
  const lines = known && (known.lines.length > 0 || own.length > 0) ? known.lines : ALWAYS;
  const spanish = language() === 'es' && lines.some((line) => line.id === LIFELINE_ES);
  const first = spanish ? LIFELINE_ES : LIFELINE;
  // One way to the lifeline at the top. In English the other one stands last: for who reads it for somebody else.
  const sorted = [
    ...lines.filter((line) => line.id === first),
    ...lines.filter((line) => line.id !== LIFELINE && line.id !== LIFELINE_ES),
    ...lines.filter((line) => line.id === LIFELINE_ES && known && !spanish),
  ];
  return [...own.map(ofOwn), ...sorted.map(ofUnitedStates)];
}

function ofOwn(line: OwnLine, place: number): Line {
  const { name, call, text, about } = line;
  const doing = t(call ? 'call-name' : 'text-name', { name });
  const offers = [unbroken(call || text), about].filter(Boolean).join(' · ');
  return { id: `own-${place}`, name, doing, offers, call, text, message: '', tty: '' };
}

function ofUnitedStates({ id, call, text, tty }: CrisisLine): Line {
  const words = (key: string, otherwise: string) =>
    has(key) ? t(key, { number: unbroken(call) }) : otherwise;
  return {
    id,
    name: words(id, call),
    doing: words(`${id}-do`, t('call-name', { name: call })),
    offers: words(`${id}-offers`, ''),
    call,
    text: text ?? '',
    message: id === LIFELINE_ES ? HELP_ES : '',
    tty: tty ?? '',
  };
}

/** The number as it is read: in one piece, where there is room. */
export function unbroken(number: string): string {
  return number.replace(/-/g, '-\u2060').replace(/ /g, '\u00a0');
}
