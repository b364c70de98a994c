package dev.pawl.acceptance.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.NoSuchFrameException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;

/** A headless Chromium without background activity. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser open() {
        ChromeOptions options = new ChromeOptions();
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1400,1200");
        return new Browser(new ChromeDriver(options));
    }

    /** Opens a login link and waits for the Web UI. */
    void logIn(String link) {
        driver.get(link);
        Awaitility.await("the Web UI").atMost(PATIENCE).until(() -> currentUrl().contains("/namespaces/"));
    }

    /** The text of a page as it is first. */
    String page(String url) {
        driver.get(url);
        return body();
    }

    /** Opens the page of a workflow at "User Metadata" and waits until it shows all of these texts. */
    void awaitMetadata(String workflow, String... said) {
        driver.get(workflow);
        Awaitility.await(workflow + " opens")
                .atMost(PATIENCE)
                .until(() -> currentUrl().contains("/timeline") || currentUrl().contains("/history"));
        driver.get(currentUrl().replaceAll("/(timeline|history)[^/]*$", "/user-metadata"));
        Awaitility.await(workflow)
                .atMost(PATIENCE)
                .ignoreExceptionsMatching(Browser::isRedrawing)
                .untilAsserted(() -> assertThat(text()).contains(said));
    }

    void picture(Path file) throws IOException {
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }

    private String currentUrl() {
        return Objects.requireNonNullElse(driver.getCurrentUrl(), "");
    }

    /** The text of the page and its frames, in which the Web UI shows Markdown. */
    private String text() {
        driver.switchTo().defaultContent();
        StringBuilder text = new StringBuilder(body());
        for (WebElement frame : driver.findElements(By.tagName("iframe"))) {
            driver.switchTo().frame(frame);
            text.append('\n').append(body());
            driver.switchTo().defaultContent();
        }
        return text.toString();
    }

    /** The page redraws itself as data arrives: an element found a moment ago may be gone. */
    private static boolean isRedrawing(Throwable failure) {
        return failure instanceof StaleElementReferenceException
                || failure instanceof NoSuchElementException
                || failure instanceof NoSuchFrameException;
    }

    private String body() {
        return driver.findElement(By.tagName("body")).getText();
    }
}
