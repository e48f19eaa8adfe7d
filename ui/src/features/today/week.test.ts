import { describe, expect, it } from 'vitest';
import { weekHours } from '../treatment/samples';
import { weekSentence } from './week';

const say = (change: Parameters<typeof weekHours>[0]) =>
  weekSentence(weekHours(change)).replaceAll('\u00a0', ' ');

describe('the sentence under the week', () => {
  it('says what attending the sessions left brings', () => {
    expect(say({})).toBe('Attend both sessions left and this week reaches 9 h.');
    expect(say({ attended: 360, ahead: 180, sessions_ahead: 1 })).toBe(
      'Attend the session left and this week reaches 9 h.',
    );
    expect(say({ attended: 0, ahead: 540, sessions_ahead: 3 })).toBe(
      'Attend all 3 sessions left and this week reaches 9 h.',
    );
  });

  it('counts what waits for an answer as possible, and says so', () => {
    expect(say({ attended: 0, waiting: 180 })).toBe(
      'With what is left, and if you were at what is not answered yet, this week comes to 9 h.',
    );
  });

  it('says kindly what can still be, when the target cannot', () => {
    expect(say({ attended: 0, missed: 180 })).toBe(
      'With both sessions left, this week can still come to 6 h.',
    );
  });

  it('says that the target is there', () => {
    expect(say({ attended: 540, ahead: 0, sessions_ahead: 0 })).toBe('You have your 9 h for this week.');
    expect(say({ attended: 560 })).toBe('You have your 9 h for this week.');
  });

  it('asks for the answers that are missing', () => {
    expect(say({ waiting: 360, ahead: 0, sessions_ahead: 0 })).toBe(
      'If you were there, this week comes to 9 h.',
    );
  });

  it('says what there is when nothing is left', () => {
    expect(say({ ahead: 0, sessions_ahead: 0, missed: 360 })).toBe(
      'No sessions left this week. You have 3 h.',
    );
    expect(say({ target: 0, attended: 0, ahead: 0, sessions_ahead: 0 })).toBe('');
  });
});
