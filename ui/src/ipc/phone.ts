/** Whether this is a phone or a tablet with a phone's system. An iPad says that it is a Mac. */
export const PHONE =
  /Android|iPhone|iPad/.test(navigator.userAgent) ||
  (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1);
