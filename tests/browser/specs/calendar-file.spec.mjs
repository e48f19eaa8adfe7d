import { readFile } from "node:fs/promises";
import { test, expect } from "../harness/test.mjs";
import { button, card, goTo, said } from "../harness/rooms.mjs";
import { expectNoViolations } from "../harness/axe.mjs";

test.use({ client: "made-up" });

/** A clinic's file: a weekly group, a single appointment without a name, and a holiday. */
function clinic({ groups = 4, minutes = 90 } = {}) {
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "BEGIN:VEVENT",
    "UID:group@clinic",
    "SUMMARY:Relapse prevention class",
    "DTSTART;TZID=Eastern Standard Time:20260204T093000",
    `DURATION:PT${minutes}M`,
    `RRULE:FREQ=WEEKLY;COUNT=${groups}`,
    "END:VEVENT",
    "BEGIN:VEVENT",
    "UID:single@clinic",
    "DTSTART:20260206T150000",
    "DURATION:PT50M",
    "END:VEVENT",
    "BEGIN:VEVENT",
    "UID:holiday@clinic",
    "SUMMARY:Closed",
    "DTSTART;VALUE=DATE:20260216",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
}

async function open(page) {
  await goTo(page, "Treatment");
  await page.getByRole("tab", { name: "More" }).click();
  await page.getByRole("button", { name: /^Calendar file/ }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Calendar file" }),
  ).toBeVisible();
}

async function choose(page, device, text, name = "clinic.ics") {
  await device.offer(name, text);
  await button(page, "Choose a file").click();
}

const wednesday = async (device) => {
  const { days } = await device.call("calendar", {
    from: "2026-02-11",
    to: "2026-02-11",
  });
  return days
    .find((day) => day.on === "2026-02-11")
    .sessions.filter((one) => one.time === "09:30");
};

test("a file is looked at, taken in, taken in again without doubling, and taken back", async ({
  page,
  device,
}) => {
  await open(page);
  await expectNoViolations(page, "calendar file");
  await choose(page, device, clinic());
  await expect(
    page.getByRole("heading", { name: "In clinic.ics" }),
  ).toBeFocused();
  await expect(
    page.getByText("Line 15: It is for whole days and has no time."),
  ).toBeVisible();
  await expect(page.getByText(/^Wed · 9:30\sam · 1\sh 30\smin$/)).toBeVisible();
  await expectNoViolations(page, "calendar file, looked at");
  expect(await wednesday(device)).toEqual([]);

  await page.getByRole("checkbox", { name: /^No title/ }).uncheck();
  await page
    .getByLabel("What “Relapse prevention class” is")
    .selectOption("Education");
  await button(page, "Add 4 sessions").click();
  await expect(said(page, "Added: 4.")).toBeVisible();
  expect(await wednesday(device)).toMatchObject([
    { kind: "education", minutes: 90, state: "planned" },
  ]);

  // What was left out is offered again; the kind that was chosen is proposed again.
  await choose(page, device, clinic());
  await expect(page.getByText("4 stay the same")).toBeVisible();
  await expect(
    page.getByLabel("What “Relapse prevention class” is"),
  ).toHaveValue("education");
  await expect(button(page, "Add 1 session")).toBeVisible();
  await page.getByRole("checkbox", { name: /^No title/ }).uncheck();
  await expect(button(page, "Update my sessions")).toBeDisabled();

  await choose(page, device, clinic({ groups: 2, minutes: 60 }));
  await expect(page.getByText("2 change · 2 are taken away")).toBeVisible();
  await page.getByRole("checkbox", { name: /^No title/ }).uncheck();
  await button(page, "Update my sessions").click();
  await expect(
    said(page, "Added: 0. Changed: 2. Taken away: 2."),
  ).toBeVisible();
  expect(await wednesday(device)).toMatchObject([{ minutes: 60 }]);
  await button(page, "Undo").click();
  await expect.poll(async () => (await wednesday(device))[0].minutes).toBe(90);
});

test("a file of another kind is refused with words, and a good one may follow", async ({
  page,
  device,
}) => {
  const before = await device.call("hours");
  await open(page);
  const refused = page
    .getByRole("alert")
    .filter({
      hasText:
        "This is not a calendar file, or it is damaged. Nothing was changed.",
    });
  for (const text of [
    "",
    '{"name":"songs"}',
    "BEGIN:VCARD\r\nEND:VCARD\r\n",
    Buffer.from([0xff, 0xfe, 0]),
  ]) {
    await choose(page, device, text, "other.ics");
    await expect(refused).toBeVisible();
  }
  await choose(page, device, Buffer.alloc(6 * 1024 * 1024, "A"), "large.ics");
  await expect(
    page.getByRole("alert").filter({ hasText: "too large for a calendar" }),
  ).toBeVisible();
  await choose(page, device, clinic().replace("WEEKLY;COUNT=4", "WEEKLY"));
  await expect(page.getByText("It goes on after that.")).toBeVisible();
  expect(await device.call("hours")).toEqual(before);
});

test("what is ahead is saved under a title that says nothing, unless another is chosen", async ({
  page,
}) => {
  await open(page);
  const out = card(page, "Save for another calendar");
  const saved = async () => {
    await button(out, "Save the file").click();
    const place = await out
      .getByRole("status")
      .getByRole("paragraph")
      .last()
      .textContent();
    return readFile(place.trim(), "utf8");
  };
  const neutral = await saved();
  expect(neutral).toContain("SUMMARY:Appointment\r\n");
  expect(neutral).toContain("TRIGGER:-PT60M");
  expect(neutral).not.toMatch(/therapy|LOCATION/);
  await out.getByRole("radio", { name: "What they are, and where" }).check();
  await out.getByLabel("Reminder").selectOption("None");
  await expect(out.getByRole("status")).toContainText("sessions are saved:");
  const named = await saved();
  expect(named).toContain("SUMMARY:Group therapy\r\n");
  expect(named).not.toContain("VALARM");
});
