package dev.pawl.acceptance.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;

/** A headless Chromium with nothing of its own going on. */
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

    /** What the page of a workflow says under "User Metadata", once it holds what it is waited for. */
    String readMetadata(String workflow, String until) {
        driver.get(workflow);
        Awaitility.await(workflow + " opens")
                .atMost(PATIENCE)
                .until(() -> currentUrl().contains("/timeline") || currentUrl().contains("/history"));
        driver.get(currentUrl().replaceAll("/(timeline|history)[^/]*$", "/user-metadata"));
        Awaitility.await(workflow + " shows " + until).atMost(PATIENCE).until(() -> text().contains(until));
        return text();
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

    /** The page's own text and that of its frames, in which the Web UI shows Markdown. */
    private String text() {
        StringBuilder text = new StringBuilder(body());
        for (WebElement frame : driver.findElements(By.tagName("iframe"))) {
            driver.switchTo().frame(frame);
            text.append('\n').append(body());
            driver.switchTo().defaultContent();
        }
        return text.toString();
    }

    private String body() {
        return driver.findElement(By.tagName("body")).getText();
    }
}
