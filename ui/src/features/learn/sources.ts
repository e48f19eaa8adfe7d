/**
 * Where the Learn pages come from. Titles stand as they are printed, also where they use words that Handrail
 * does not. A link is given only where the address has been the same for years.
 */
export interface Source {
  /** Its words in the catalogue: `learn-source-…`. */
  id: string;
  /** How a page names it. */
  short: string;
  title: string;
  publisher: string;
  year?: string;
  link?: string;
}

const SAMHSA = 'Substance Abuse and Mental Health Services Administration (SAMHSA)';

export const SOURCES = [
  {
    id: 'asam',
    short: 'ASAM Criteria',
    title:
      'The ASAM Criteria: Treatment Criteria for Addictive, Substance-Related, and Co-Occurring Conditions, 3rd edition',
    publisher: 'American Society of Addiction Medicine (ASAM)',
    year: '2013',
    link: 'https://www.asam.org/asam-criteria',
  },
  {
    id: 'tip47',
    short: 'SAMHSA TIP 47',
    title:
      'Substance Abuse: Clinical Issues in Intensive Outpatient Treatment. Treatment Improvement Protocol (TIP) 47',
    publisher: SAMHSA,
    year: '2006',
    link: 'https://www.ncbi.nlm.nih.gov/books/NBK64093/',
  },
  {
    id: 'advisory',
    short: 'SAMHSA Advisory',
    title: 'Advisory: Clinical Issues in Intensive Outpatient Treatment for Substance Use Disorders',
    publisher: SAMHSA,
    year: '2021',
  },
  {
    id: 'nida',
    short: 'NIDA',
    title: 'Principles of Drug Addiction Treatment: A Research-Based Guide, 3rd edition',
    publisher: 'National Institute on Drug Abuse (NIDA)',
    year: '2018',
  },
  {
    id: 'part2',
    short: '42 CFR Part 2',
    title: '42 CFR Part 2: Confidentiality of Substance Use Disorder Patient Records',
    publisher: 'Code of Federal Regulations',
    link: 'https://www.ecfr.gov/current/title-42/chapter-I/subchapter-A/part-2',
  },
  {
    id: 'samhsa',
    short: 'SAMHSA',
    title: 'National Helpline',
    publisher: SAMHSA,
    link: 'https://www.samhsa.gov/find-help/national-helpline',
  },
  {
    id: '988',
    short: '988',
    title: '988 Suicide & Crisis Lifeline',
    publisher: '988lifeline.org',
    link: 'https://988lifeline.org/',
  },
] as const satisfies Source[];

export type SourceId = (typeof SOURCES)[number]['id'];
