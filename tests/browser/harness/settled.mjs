// A button acts, and a choice tells, once it is seen to be pressed or made. What a spec does next comes after that, as
// whatever a person does next.

/** In the page: after what waits for a frame by now, and where no frame comes, no longer than that does. */
function seen() {
  return new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
    setTimeout(done, 300);
  });
}

function settling(target, name, pageOf) {
  const act = target[name];
  target[name] = async function (...given) {
    await act.apply(this, given);
    // A page that was left or built anew has nothing that waits.
    await pageOf(this).evaluate(seen).catch(() => {});
  };
}

const done = new WeakSet();

/** What is pressed on a page from here on has acted when its line is over. */
export function settles(page) {
  settling(page.keyboard, 'press', () => page);
  // Of all pages.
  const locator = Object.getPrototypeOf(page.locator(':root'));
  if (done.has(locator)) return;
  done.add(locator);
  for (const name of ['click', 'check', 'uncheck', 'press']) settling(locator, name, (one) => one.page());
}
