/** The wire types of drug tests, under the names that these screens use. */
import type { Answer, Request } from '../../../ipc/client';

export type TestsShown = Answer<'drug_tests'>;
export type LineView = TestsShown['lines'][number];
export type Line = LineView['line'];
export type Call = TestsShown['calls'][number];
export type Test = TestsShown['tests'][number];
export type Result = NonNullable<Request<'save_test'>['result']>;
export type Weekday = Line['weekdays'][number];
