package ru.otklik;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.otklik.database.OtklikTest;
import ru.otklik.directory.Authorities;
import ru.otklik.pictures.Files;

/** The whole way of a message through the pages, in a browser, with the background work running. */
@OtklikTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"otklik.demo=true", "otklik.background=true"})
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BrowserJourneyTest {

    private static final String MESSAGE = "На дороге в Михайловске у школы огромная яма, машины бьют колёса!";
    private static final String FIRST = "Здравствуйте! Яму отремонтируют.";
    private static final String ANSWER = """
            Здравствуйте!
            Яму у школы в Михайловске отремонтируют до 15 декабря: "горячим" асфальтом <5 см> & с гарантией.

            Спасибо, что сообщили.""";
    private static final String CHANGED = "На дороге в Михайловске у школы две ямы, машины бьют колёса!";
    private static final String REMARK = "Укажите срок ремонта.";

    /** What htmx put into the page hears nothing until it has settled. */
    private static final String SETTLED =
            "() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling, .htmx-added')";

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    Authorities authorities;

    @BeforeAll
    static void open_the_browser() {
        Path chromium = Stream.concat(
                        Stream.of("/usr/bin"),
                        Arrays.stream(System.getenv("PATH").split(":")))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(java.nio.file.Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "This test needs Chromium, and there is none on PATH. Install it: apt-get install chromium"));
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void close_the_browser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void a_message_of_a_citizen_comes_back_as_exactly_the_answer_that_was_approved() {
        Page operator = anOperatorTypesAFilter();
        Page citizen = aCitizenWrites();
        String incident = theCentreRoutesIt(operator);
        anotherAuthorityDoesNotSeeIt(incident);

        Page executor = signedIn("roads-ministry-executor");
        openFromQueue(executor, incident);
        draft(executor, FIRST);
        submit(executor);
        shot(executor, "executor");

        Page approver = signedIn("approver");
        openFromQueue(approver, incident);
        assertThat(approver.locator("section[aria-labelledby=drafts]")).containsText(FIRST);
        shot(approver, "approver");
        approver.locator("#remark-remarks").fill(REMARK);
        press(approver, "remark");

        executor.reload();
        assertThat(executor.locator("#save-draft")).containsText(REMARK);
        executor.locator("#save-draft-text").fill("недописанный ответ");
        attach(executor, "яма.jpg", Files.photo(600, 400, 6));
        attach(executor, "чужое.jpg", "<html>".getBytes(StandardCharsets.UTF_8));
        assertThat(executor.locator("#pictures .alert-danger").first()).containsText("«чужое.jpg» не приложена");
        attach(executor, "после.png", Files.image("png", 300, 200));
        assertThat(executor.locator("#save-draft-text")).hasValue("недописанный ответ");
        assertPictures(executor, "#pictures", 2);
        shot(executor, "executor-pictures");
        draft(executor, ANSWER);
        submit(executor);

        approver.reload();
        assertPictures(approver, "section[aria-labelledby=drafts] details[open]", 2);
        shot(approver, "approver-again");
        press(approver, "approve");
        assertThat(approver.locator("#approve")).hasCount(0);

        executor.reload();
        assertThat(citizen.getByText("Официальный ответ")).hasCount(0);
        press(executor, "publish");
        theAnswerStandsUnderTheMessage(citizen);
        executor.reload();
        assertThat(executor.locator("main")).containsText("Ответ размещён");
        shot(executor, "executor-after");

        theCitizenChangesIt(citizen);
        assertHeard(executor, "Было до правки");
        theCitizenDeletesIt(citizen);
        assertHeard(executor, "Сообщение удалено в сети");
        shot(executor, "executor-deleted");

        oneKeyExcludes(operator);
    }

    /** What is proposed for exclusion; but who has begun to correct where it is routed does not lose it by the same key. */
    private static void oneKeyExcludes(Page operator) {
        assertIsInsult(operator, "Вы все там сволочи и воры");
        shot(operator, "operator-insult");
        String first = operator.url();
        operator.keyboard().press("Enter");
        operator.waitForURL(url -> !url.contains("/incidents/"));
        operator.navigate(first);
        assertThat(operator.locator("section[aria-labelledby=journal]")).containsText("сключ");

        // the lists alone know whose it is: no model may have been learned yet
        assertIsInsult(operator, "Сволочи, яма на дороге третий год, колесо пробил");
        operator.keyboard().press("3");
        operator.keyboard().press("1");
        assertThat(operator.getByText("Enter: направить")).isVisible();
        String incident = operator.url();
        operator.keyboard().press("Enter");
        operator.waitForURL(url -> !url.contains("/incidents/"));
        operator.navigate(incident);
        assertThat(operator.locator("#route")).hasCount(0);
        assertThat(operator.locator("section[aria-labelledby=journal]")).not().containsText("сключ");
        shot(operator, "operator-insult-corrected");
    }

    private static void assertIsInsult(Page operator, String text) {
        operator.navigate("/messages/new");
        operator.locator("[name=link]").fill("https://vk.com/wall-7_" + text.length());
        operator.locator("[name=text]").fill(text);
        operator.locator("main button[type=submit]").first().click();
        operator.waitForURL("**/incidents/*");
        assertThat(operator.locator("#exclude select")).hasValue("INSULT");
        assertThat(operator.getByText("Enter: исключить")).isVisible();
        operator.locator("h1").click();
    }

    private void theCitizenChangesIt(Page citizen) {
        citizen.getByText("Изменить").click();
        citizen.getByLabel("Сообщение", new Page.GetByLabelOptions().setExact(true))
                .fill(CHANGED);
        citizen.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Сохранить"))
                .click();
        assertThat(citizen.locator("article").first()).containsText(CHANGED);
        assertThat(citizen.locator("article").first()).containsText("изменено");
    }

    private void theCitizenDeletesIt(Page citizen) {
        citizen.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Удалить"))
                .click();
        assertThat(citizen.locator("article").first()).containsText("Сообщение удалено");
        shot(citizen, "sandbox-deleted");
    }

    /** The network is asked once in five seconds, and the page of an incident does not renew itself. */
    private static void assertHeard(Page page, String text) {
        Locator there = page.getByText(text).first();
        for (int i = 0; i < 10 && !there.isVisible(); i++) {
            page.waitForTimeout(2_000);
            page.reload();
        }
        assertThat(there).isVisible();
    }

    private Page aCitizenWrites() {
        Page page = page();
        page.navigate("/sandbox");
        page.getByLabel("Имя").fill("Жительница");
        page.getByLabel("Сообщение", new Page.GetByLabelOptions().setExact(true))
                .fill(MESSAGE);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Написать"))
                .click();
        assertThat(page.locator("article")).containsText(MESSAGE);
        return page;
    }

    private Page anOperatorTypesAFilter() {
        Page page = signedIn("operator");
        open(page, "filters");
        page.locator("#text").fill("недописанный фильтр");
        return page;
    }

    private void theQueueRenewsItselfUnderTheHands(Page page, Locator row) {
        Locator filter = page.locator("#text");
        assertThat(row).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(40_000));
        assertThat(filter).isFocused();
        assertThat(filter).hasValue("недописанный фильтр");
        assertThat(page.locator("#list-news")).containsText("Новых в списке: ");
        Locator link = row.getByRole(AriaRole.LINK);
        link.focus();
        page.waitForResponse(
                r -> r.request().headers().containsKey("hx-request"),
                () -> page.evaluate("htmx.trigger('#list', 'renew')"));
        assertThat(link).isFocused();
    }

    private String theCentreRoutesIt(Page page) {
        Locator row = page.locator("tr").filter(new Locator.FilterOptions().setHasText(MESSAGE));
        theQueueRenewsItselfUnderTheHands(page, row);
        shot(page, "queue");
        row.getByRole(AriaRole.LINK).click();
        page.waitForURL("**/incidents/*");
        String incident = page.url().replaceAll(".*/", "");
        shot(page, "operator");

        page.locator("#route-topic").selectOption("roads.potholes");
        page.locator("#route-importance").selectOption("ORDINARY");
        page.locator("#route-place").focus();
        assertThat(page.locator("#route-place-list option[value^='Михайловск, ']"))
                .hasCount(1);
        page.locator("#route-place").fill("Михайловск");
        page.getByText("Только подтвердить оценку").click();
        assertThat(page.locator("section[aria-labelledby=assessment]")).containsText("Подтверждена человеком");
        String roads = Integer.toString(
                authorities.find("roads-ministry").orElseThrow().id());
        theKeysCorrect(page);
        page.locator("#route-lead").selectOption(roads);
        page.locator("h1").click();
        page.keyboard().press("Enter");
        assertThat(page.locator("#list-title")).isVisible();
        page.navigate("/incidents/" + incident);
        assertThat(page.locator("#route")).hasCount(0);
        shot(page, "operator-routed");
        return incident;
    }

    /** A digit opens the candidates of a field, a second one chooses; another topic brings another lead. */
    private void theKeysCorrect(Page page) {
        page.waitForResponse("**/lead?**", () -> {
            page.keyboard().press("2");
            page.keyboard().press("1");
        });
        assertThat(page.locator("#route-place")).isFocused();
        page.keyboard().press("3");
        page.keyboard().press("3");
        assertThat(page.locator("#route-importance")).hasValue("SIGNIFICANT");
        assertThat(page.locator("#route-place")).hasValue(Pattern.compile("Михайловск, .*\\D"));
        page.keyboard().press("3");
        page.keyboard().press("1");
        assertThat(page.locator("#route-importance")).hasValue("ORDINARY");
        String lead = page.locator("#route-lead").inputValue();
        page.waitForResponse("**/lead?**", () -> page.locator("#route-topic").selectOption("health.appointment"));
        assertThat(page.locator("#route-lead")).not().hasValue(lead);
        page.waitForResponse("**/lead?**", () -> {
            page.keyboard().press("1");
            page.keyboard().press("1");
        });
        assertThat(page.locator("#route-lead")).hasValue(lead);
        shot(page, "operator-keys");
        page.getByText("Клавиши: включены").click();
        page.locator("h1").click();
        page.keyboard().press("3");
        assertThat(page.locator(".candidates.armed")).hasCount(0);
        page.getByText("Клавиши: выключены").click();
    }

    private void anotherAuthorityDoesNotSeeIt(String incident) {
        Page page = signedIn("housing-ministry-executor");
        assertThat(page.locator("#list-title")).isVisible();
        assertThat(page.locator("a[href='/incidents/" + incident + "']")).hasCount(0);
        assertThat(page.navigate("/incidents/" + incident).status()).isEqualTo(404);
        shot(page, "stranger");
    }

    private void theAnswerStandsUnderTheMessage(Page citizen) {
        Locator official = citizen.locator("article")
                .filter(new Locator.FilterOptions().setHasText("ответ органа власти"))
                .locator(".sandbox-text");
        assertThat(official)
                .hasCount(
                        1,
                        new LocatorAssertions.HasCountOptions()
                                .setTimeout(20_000)); // the page asks once in five seconds
        assertThat(official.textContent()).isEqualTo(ANSWER);
        assertThat(citizen.locator("article a[href^='/sandbox/photos/']")).hasCount(2);
        shot(citizen, "sandbox");
    }

    private static void draft(Page page, String text) {
        page.locator("#save-draft-kind").selectOption("FINAL");
        page.locator("#save-draft-text").fill(text);
        press(page, "save-draft");
        assertThat(page.locator("section[aria-labelledby=drafts] details[open]"))
                .containsText(text.lines().findFirst().orElseThrow());
    }

    private static void attach(Page page, String name, byte[] content) {
        page.waitForResponse(
                r -> r.url().endsWith("/pictures"),
                () -> page.locator("#pictures-files").setInputFiles(new FilePayload(name, "image/jpeg", content)));
        page.waitForFunction(SETTLED);
    }

    /** Shown, and not a sign of a broken picture. */
    private static void assertPictures(Page page, String where, int count) {
        Locator all = page.locator(where + " .thumbnails img");
        assertThat(all).hasCount(count);
        for (int n = 0; n < count; n++) {
            all.nth(n).scrollIntoViewIfNeeded();
            page.waitForFunction(
                    "i => i.complete && i.naturalWidth > 0", all.nth(n).elementHandle());
        }
    }

    private static void submit(Page page) {
        open(page, "submit");
        page.locator("#submit input[name=accurate]").check();
        press(page, "submit");
        assertThat(page.locator("#submit")).hasCount(0);
    }

    private static void openFromQueue(Page page, String incident) {
        page.locator("a[href='/incidents/" + incident + "']").click();
        page.waitForURL("**/incidents/" + incident);
    }

    private static void open(Page page, String action) {
        if (page.locator("#" + action).getAttribute("open") == null) {
            page.locator("#" + action + " > summary").click();
        }
    }

    private static void press(Page page, String action) {
        page.locator("#" + action + " button[type=submit]").click();
        assertThat(page.locator(".alert-danger")).hasCount(0);
    }

    private Page signedIn(String login) {
        Page page = page();
        page.navigate("/");
        page.getByLabel("Логин").fill(login);
        page.getByLabel("Пароль").fill("otklik-demo");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Войти"))
                .click();
        assertThat(page.locator(".sign-out")).isVisible();
        return page;
    }

    private Page page() {
        return browser.newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setLocale("ru-RU")
                        .setViewportSize(1280, 900))
                .newPage();
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name + ".png"))
                .setFullPage(true));
    }
}
