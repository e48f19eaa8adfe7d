/** Two plans for tests: one in which every section is written, and one in which none is. */
import type { Plan } from './sections';

export const FULL: Plan = {
  reasons: ['Mia'],
  triggers: [
    { text: 'Payday', kind: 'external', strength: 3, response: 'Route 9' },
    { text: 'Bad sleep', kind: 'internal', strength: 1, response: '' },
  ],
  situations: [{ text: 'Wedding', on: '2026-02-28', plan: 'Drive myself' }],
  warning_signs: [
    { stage: 'early', text: 'No breakfast' },
    { stage: 'late', text: 'Old numbers' },
  ],
  skills: [
    { text: 'River', pace: 'quick', minutes: 15 },
    { text: 'Gym', pace: 'slow', minutes: null },
  ],
  halt: { hungry: 'Toast', angry: '', lonely: 'Call Jo', tired: 'Bed' },
  people: [
    {
      name: 'Jo',
      role: 'sponsor',
      phone: '555-0117',
      more_phones: [{ label: 'Work', number: '555-0118' }],
      knows_plan: true,
      message: 'Can you talk?',
    },
  ],
  safe_places: ['Library'],
  remove_from_home: ['Bottles'],
  routine: ['Bed by 11'],
  medicines: [{ name: 'Naltrexone', how: 'With breakfast' }],
  slip_steps: ['Stop', 'Call Jo'],
  slip_message: 'I slipped. Please stay with me.',
  review: {
    with: 'Dana R.',
    on: '2026-01-22',
    next_on: '2026-02-19',
    signatures: [
      {
        signer: 'Sam',
        strokes: [
          [
            [10, 20],
            [30, 40],
          ],
        ],
        signed_at: '2026-01-22T20:00:00Z',
      },
    ],
  },
};

export const NONE: Plan = {
  reasons: [],
  triggers: [],
  situations: [],
  warning_signs: [],
  skills: [],
  halt: { hungry: '', angry: '', lonely: '', tired: '' },
  people: [],
  safe_places: [],
  remove_from_home: [],
  routine: [],
  medicines: [],
  slip_steps: [],
  slip_message: '',
  review: null,
};
