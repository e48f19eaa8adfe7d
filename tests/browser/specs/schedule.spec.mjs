import { test, expect } from "../harness/test.mjs";
import { button, goTo, said, sheet, title } from "../harness/rooms.mjs";
import { expectNoViolations } from "../harness/axe.mjs";

test.use({ client: "own", evenings: "2026-01-05" });

/** "2026-02-04 18:00 planned" of every session of the weeks of these days. */
async function seen(device, ...days) {
  const weeks = await Promise.all(
    days.map((of) => device.call("week", { of })),
  );
  return weeks.flatMap(({ sessions }) =>
    sessions.map(({ on, time, state }) => `${on} ${time} ${state}`),
  );
}

/** Opens a session from the calendar. */
async function open(page, on, device) {
  const { sessions } = await device.call("week", { of: on });
  const place = sessions.findIndex((session) => session.on === on);
  await page
    .getByRole("tabpanel")
    .getByRole("button", { name: /Group therapy/ })
    .nth(place)
    .click();
  await expect(sheet(page, "Group therapy")).toBeVisible();
}

test("a session is moved alone, says from where, and Undo moves it back", async ({
  page,
  device,
}) => {
  await goTo(page, "Treatment");
  await open(page, "2026-02-04", device);
  await button(page, "Change day or time").click();
  const change = sheet(page, "Change day or time");
  await expect(
    change.getByRole("radio", { name: "Only this one" }),
  ).toBeChecked();
  await expectNoViolations(page, "schedule");
  await change.getByLabel("Day", { exact: true }).fill("2026-02-05");
  await change.getByLabel("Starts at").fill("17:00");
  await button(change, "Save").click();
  await expect(said(page, "Your change is saved.")).toBeVisible();
  await expect(page.getByRole("tabpanel")).toContainText(
    "Moved from Wed, Feb 4",
  );
  expect(await seen(device, "2026-02-04")).toContain(
    "2026-02-05 17:00 planned",
  );
  await button(said(page, "Your change is saved."), "Undo").click();
  await expect(page.getByRole("tabpanel")).not.toContainText("Moved from");
});

test("one session and all after it change, and one that falls together with another says so", async ({
  page,
  device,
}) => {
  await goTo(page, "Treatment");
  await open(page, "2026-02-04", device);
  await button(page, "Change day or time").click();
  const change = sheet(page, "Change day or time");
  await change
    .getByRole("radio", { name: "This one and all after it" })
    .check();
  await change.getByLabel("Day", { exact: true }).fill("2026-02-06");
  await change.getByLabel("How often").selectOption("Every 2 weeks");
  await button(change, "Save").click();
  await expect(
    said(page, "It is at the same time as another session."),
  ).toBeVisible();
  await expect(
    page.getByRole("tabpanel").getByText("Two sessions at the same time"),
  ).toHaveCount(2);
  const fridays = (
    await seen(device, "2026-02-06", "2026-02-13", "2026-02-20")
  ).filter((line) => /-(06|13|20) /.test(line));
  expect(fridays).toHaveLength(5);
});

test("a session is cancelled with all after it", async ({ page, device }) => {
  await goTo(page, "Treatment");
  await open(page, "2026-02-06", device);
  await button(page, "Cancel session").click();
  const cancel = sheet(page, "Cancel session");
  await cancel
    .getByRole("radio", { name: "This one and all after it" })
    .check();
  await expectNoViolations(page, "schedule");
  await button(cancel, "Cancel session").click();
  await expect(said(page, "Cancelled.")).toBeVisible();
  expect(await seen(device, "2026-02-06", "2026-02-13")).toHaveLength(4);
});

test("days off cancel what lies in them, and the program opens again", async ({
  page,
  device,
}) => {
  await goTo(page, "Treatment");
  await button(page, "Add a session").click();
  await button(sheet(page, "Add a session"), "Days off").click();
  await expect(title(page, "Days off")).toBeVisible();
  await expectNoViolations(page, "schedule");
  await button(page, "Add days off").click();
  const add = sheet(page, "Add days off");
  await add.getByLabel("First day").fill("2026-02-06");
  await add.getByLabel("Last day").fill("2026-02-05");
  await button(add, "Save").click();
  await expect(add.getByText("The end comes before the start.")).toBeVisible();
  await add.getByLabel("Last day").fill("2026-02-09");
  await add.getByLabel("Why").fill("Snow");
  await expectNoViolations(page, "schedule");
  await button(add, "Save").click();
  await expect(said(page, "Saved. 2 sessions are cancelled.")).toBeVisible();
  await goTo(page, "Treatment");
  await expect(page.getByRole("tabpanel")).toContainText("Closed: Snow");
  expect(await seen(device, "2026-02-06")).toContain(
    "2026-02-06 18:00 cancelled",
  );

  await page.getByRole("tab", { name: "More" }).click();
  await page.getByRole("button", { name: /^Days off/ }).click();
  await page.getByRole("button", { name: /Snow/ }).click();
  await button(sheet(page, "Change days off"), "Open again").click();
  await expect(
    said(page, "The program is open on these days again."),
  ).toBeVisible();
  expect(await seen(device, "2026-02-06")).toContain(
    "2026-02-06 18:00 planned",
  );
});
