import { test, expect } from "../harness/test.mjs";
import {
  button,
  card,
  goTo,
  like,
  said,
  sheet,
  title,
} from "../harness/rooms.mjs";
import { expectNoViolations } from "../harness/axe.mjs";

test.use({ client: "made-up" });

async function openLook(page, name) {
  await goTo(page, "Treatment");
  await page.getByRole("radio", { name }).check();
}

function dayOf(page, name) {
  return page.getByRole("grid").getByRole("button", { name });
}

test("the month shows every day with its sessions, and a day that is chosen", async ({
  page,
  device,
}) => {
  await openLook(page, "Month");
  await expect(page.getByRole("grid", { name: "February 2026" })).toBeVisible();
  const { days } = await device.call("calendar", {
    from: "2026-02-01",
    to: "2026-02-28",
  });
  await expect(page.getByRole("grid").getByRole("button")).toHaveCount(
    days.length,
  );
  await expect(dayOf(page, "Tuesday, February 3, no sessions")).toHaveAttribute(
    "aria-current",
    "date",
  );
  await dayOf(page, "Wednesday, February 4, 1 session").click();
  const session = card(page, "Wednesday, February 4").getByRole("button");
  await expect(session).toHaveAccessibleName(like("6:00 – 9:00 pm"));
  await expectNoViolations(page, "month");
  await session.click();
  await expect(
    sheet(page, "Group therapy").getByText("Wednesday, February 4"),
  ).toBeVisible();
});

test("the keys go through the month, and today is one press away", async ({
  page,
}) => {
  await openLook(page, "Month");
  await dayOf(page, "Tuesday, February 3").focus();
  for (const [key, day] of [
    ["ArrowRight", "Wednesday, February 4"],
    ["ArrowDown", "Wednesday, February 11"],
    ["Home", "Monday, February 9"],
    ["End", "Sunday, February 15"],
    ["PageDown", "Sunday, March 15"],
    ["PageUp", "Sunday, February 15"],
    ["PageUp", "Thursday, January 15"],
  ]) {
    await page.keyboard.press(key);
    await expect(dayOf(page, day)).toBeFocused();
    await expect(page.getByRole("grid").locator('[tabindex="0"]')).toHaveCount(
      1,
    );
  }
  await expect(page.getByRole("grid", { name: "January 2026" })).toBeVisible();
  await button(page.getByRole("tabpanel"), "Today").click();
  await expect(page.getByRole("grid", { name: "February 2026" })).toBeVisible();
  await expect(card(page, "Today, Tuesday, February 3")).toContainText(
    "No sessions on this day.",
  );
});

test("months are turned, and a day outside of the month leads to its own", async ({
  page,
}) => {
  await openLook(page, "Month");
  await button(page, "Month after").click();
  await expect(page.getByRole("grid", { name: "March 2026" })).toBeVisible();
  await button(page, "Month before").click();
  await dayOf(page, "Wednesday, January 28").click();
  await expect(page.getByRole("grid", { name: "January 2026" })).toBeVisible();
  await expect(card(page, "Wednesday, January 28")).toBeVisible();
});

test("the list begins with what is ahead, and shows earlier days on demand", async ({
  page,
  device,
}) => {
  await openLook(page, "List");
  const days = page.getByRole("tabpanel").getByRole("heading", { level: 3 });
  await expect(days.first()).toHaveText("Wednesday, February 4");
  await expectNoViolations(page, "list");
  await button(page, "Show earlier").click();
  const { days: all } = await device.call("calendar", {
    from: "2025-12-15",
    to: "2025-12-21",
  });
  expect(all.some(({ sessions }) => sessions.length > 0)).toBe(true);
  await expect(days.first()).toHaveText("Monday, December 15");
  // Everything since the first day of care is there.
  await expect(button(page, "Show earlier")).toHaveCount(0);
});

test("the look is kept while the client is elsewhere in treatment", async ({
  page,
}) => {
  await openLook(page, "Month");
  await page.getByRole("tab", { name: "Hours" }).click();
  await page.getByRole("tab", { name: "Calendar" }).click();
  await expect(page.getByRole("radio", { name: "Month" })).toBeChecked();
});

async function openPath(page) {
  await goTo(page, "Treatment");
  await page.getByRole("tab", { name: "Path" }).click();
}

test("a step-down is planned ahead, stands on the path, and is taken out again", async ({
  page,
  device,
}) => {
  await openPath(page);
  await button(page, "More about Intensive outpatient").click();
  await expectNoViolations(page, "level");
  await button(page, "Plan a part").click();
  await expect(title(page, "Plan a part")).toBeVisible();
  await page.getByLabel("From which day").fill("2026-03-02");
  await page.getByRole("checkbox", { name: "Monday" }).uncheck();
  await page.getByRole("checkbox", { name: "Friday" }).uncheck();
  await expectNoViolations(page, "a part");
  await button(page, "Save").click();
  await expect(said(page, "The part is planned.")).toBeVisible();
  await expect(title(page, "Intensive outpatient")).toBeVisible();
  const phases = async () =>
    (await device.call("care")).episodes
      .at(-1)
      .phases.map((one) => one.starts_on);
  expect(await phases()).toEqual(["2026-01-05", "2026-02-02", "2026-03-02"]);
  await page
    .getByRole("button", {
      name: like("Delete the part 1 day a week · 3 h a week"),
    })
    .click();
  await expect(said(page, "Part deleted.")).toBeVisible();
  expect(await phases()).toEqual(["2026-01-05", "2026-02-02"]);
});

test("care ends early and is opened again, and what counts changes the hours", async ({
  page,
  device,
}) => {
  await openPath(page);
  await button(page, "More about Intensive outpatient").click();
  await page.getByLabel("Last day").fill("2026-03-01");
  await button(page, "Set the last day").click();
  await expect(said(page, "Saved.")).toBeVisible();
  expect((await device.call("care")).episodes.at(-1).planned_end).toBe(
    "2026-03-01",
  );
  await button(page, "As first planned").click();
  await expect(page.getByLabel("Last day")).toHaveValue("2026-03-15");

  await page.getByRole("checkbox", { name: "Group therapy" }).uncheck();
  await page.getByRole("radio", { name: "Under 18" }).check();
  await button(page, "Save").click();
  await expect(page.getByRole("tab", { name: "Path" })).toBeVisible();
  await expect(card(page, "Intensive outpatient").last()).toContainText(
    "6 to under 20",
  );
  expect(
    (await device.call("week", { of: "2026-02-03" })).hours.scheduled,
  ).toBe(0);
});

test("the path is a list in order, with where the client is and what is left", async ({
  page,
}) => {
  await openPath(page);
  const here = page
    .getByRole("listitem")
    .and(page.locator('[aria-current="step"]'))
    .first();
  await expect(here).toContainText("Intensive outpatient");
  await expect(here).toContainText("Week 5 of 10 · 5 weeks left");
  await expect(here.locator('li[aria-current="step"]')).toContainText(
    like("3 days a week · 9 h a week"),
  );
  await expect(
    page.getByRole("link", { name: "Directions" }).first(),
  ).toHaveAttribute("href", /^geo:0,0\?q=/);
  await expectNoViolations(page, "path");
});
