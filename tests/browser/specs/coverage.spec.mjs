import { expectNoViolations } from "../harness/axe.mjs";
import { button, card, goTo, said, sheet, title } from "../harness/rooms.mjs";
import { test, expect } from "../harness/test.mjs";

const dollars = (cents) => `$${(cents / 100).toFixed(2)}`;

async function open(page) {
  await goTo(page, "Treatment");
  await page.getByRole("tab", { name: "More" }).click();
  await page.getByRole("button", { name: "Coverage and cost" }).click();
  await expect(title(page, "Coverage and cost")).toBeVisible();
}

test.describe("with the demo client’s life", () => {
  test.use({ client: "made-up" });

  test("what is owed, what is covered and what the rest will cost are said at once", async ({
    page,
    device,
  }) => {
    const shown = await device.call("coverage");
    await open(page);
    await expect(card(page, "Your account")).toContainText(
      `You owe ${dollars(shown.balances[0].owed)}`,
    );
    const covered = card(page, "What is covered");
    await expect(covered).toContainText(
      `${shown.authorizations[0].covered.used} of 30 sessions used`,
    );
    await expect(covered).toContainText(
      `${shown.authorizations[0].covered.left} left`,
    );
    await expect(covered).toContainText("Ask to renew between");
    const [rest] = shown.forecasts;
    await expect(card(page, "Likely cost")).toContainText(
      dollars(rest.totals[0].cents),
    );
    await expectNoViolations(page, "coverage");
  });

  test("attended sessions are charged with one tap, and one tap takes that back", async ({
    page,
    device,
  }) => {
    const owed = async () => (await device.call("coverage")).balances[0].owed;
    const before = await owed();
    const { unanswered } = await device.call("today");
    await device.call("log_session", {
      session: unanswered[0].session,
      state: "attended",
    });
    await open(page);
    const account = card(page, "Your account");
    await button(account, "Add charges for sessions attended").click();
    await expect(said(page, /charges? added/)).toBeVisible();
    await expect(
      button(account, "Add charges for sessions attended"),
    ).toHaveCount(0);
    expect(await owed()).toBe(before + 2500);
    await button(page, "Undo").click();
    await expect(account).toContainText(`You owe ${dollars(before)}`);
    await expect(
      button(account, "Add charges for sessions attended"),
    ).toBeVisible();
  });

  test("every form says what it wants, and nothing is in the way of anyone", async ({
    page,
  }) => {
    await open(page);
    await button(card(page, "What is covered"), "Add what is covered").click();
    const form = sheet(page, "Add what is covered");
    await form.getByLabel("How many").fill("20");
    await form.getByLabel("First day").fill("2026-02-10");
    await form.getByLabel("Last day").fill("2026-02-09");
    await button(form, "Save").click();
    await expect(
      form.getByText("The end comes before the start."),
    ).toBeVisible();
    await expectNoViolations(page, "authorization refused");
    await button(form, "Cancel").click();
    await button(card(page, "Likely cost"), "Add what you pay").click();
    await expect(
      sheet(page, "Add what you pay").getByText(
        "There is a price for these sessions already.",
      ),
    ).toBeVisible();
    await expectNoViolations(page, "fee");
    await button(sheet(page, "Add what you pay"), "Cancel").click();
    await button(card(page, "Who pays"), "Add who pays").click();
    await expectNoViolations(page, "payer");
  });

  test("the account is saved as a table", async ({ page }) => {
    await open(page);
    await button(page, "Save the table").click();
    await expect(
      page.getByRole("status").filter({ hasText: /account-2026-02-03\.csv/ }),
    ).toBeVisible();
  });
});

test.describe("a record with nothing in it", () => {
  test.use({ client: "own", evenings: "2026-01-05" });

  test("a payment is kept to the cent, changed, and deleted", async ({
    page,
    device,
  }) => {
    await open(page);
    await expectNoViolations(page, "coverage, empty");
    await button(page, "Add a charge or payment").click();
    const form = sheet(page, "Add a charge or payment");
    await form.getByRole("radio", { name: "Charge" }).check({ force: true });
    await form.getByLabel("Amount").fill("12,34,5");
    await button(form, "Save").click();
    await expect(form.getByText("This could not be read.")).toBeVisible();
    await form.getByLabel("Amount").fill("1,234.50");
    await expectNoViolations(page, "entry");
    await button(form, "Save").click();
    await expect(card(page, "Your account")).toContainText("You owe $1,234.50");
    const { entries } = await device.call("coverage");
    expect(entries[0].cents).toBe(123450);
    await card(page, "Charges and payments")
      .getByRole("button", { name: "Charge" })
      .click();
    await sheet(page, "Change this entry")
      .getByLabel("Amount")
      .fill("1.000,05");
    await button(sheet(page, "Change this entry"), "Save").click();
    await expect(card(page, "Your account")).toContainText("You owe $1,000.05");
    await card(page, "Charges and payments")
      .getByRole("button", { name: "Charge" })
      .click();
    await button(sheet(page, "Change this entry"), "Delete").click();
    await expect(
      page.getByText("Keep track of cost and coverage"),
    ).toBeVisible();
  });

  test("Today says when it is time to renew, and leads there", async ({
    page,
    device,
  }) => {
    const payer = { kind: "private", name: "Acorn", member: "", phone: "" };
    const { id } = await device.call("save_payer", payer);
    const { episodes } = await device.call("coverage");
    await device.call("save_authorization", {
      payer: id,
      episode: episodes[0].episode,
      unit: "days",
      amount: 30,
      starts_on: "2026-01-05",
      ends_on: "2026-02-07",
      reference: "",
    });
    await page
      .getByRole("button", { name: "Ask Acorn to renew what is covered" })
      .click();
    await expect(card(page, "What is covered")).toContainText(
      "Now is a good time to ask to renew",
    );
    await expectNoViolations(page, "coverage, to be renewed");
  });
});
