package dev.pawl.evidence.obstacle;

import dev.pawl.workflows.model.evidence.HostObstacle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A browser that tests start, and that their library downloads or expects on the host. */
final class MissingBrowser {
    private record Library(Pattern said, String missing, String fix) {}

    private static final String AS_USER = "run '%s' once on this host, as the user that Pawl runs as";

    private static final List<Library> LIBRARIES = List.of(
            new Library(
                    Pattern.compile("Executable doesn't exist at .*(?s:.*)playwright install"
                            + "|Please run the following command to download new browsers"),
                    "the browsers of Playwright are not installed",
                    AS_USER.formatted("npx playwright install")),
            new Library(
                    Pattern.compile("(?i)the cypress npm package is installed, but the cypress binary is missing"
                            + "|No version of Cypress is installed in"),
                    "the binary of Cypress is not installed",
                    AS_USER.formatted("npx cypress install")),
            new Library(
                    Pattern.compile("Could not find (?:Chrome|Chromium|Firefox) \\(ver\\. [^)]*\\)"),
                    "the browser of Puppeteer is not installed",
                    AS_USER.formatted("npx puppeteer browsers install")),
            new Library(
                    Pattern.compile(
                            "No binary for \\w+ browser on your platform|set (?:env variable )?\"?CHROME_BIN\"?"),
                    "no browser for Karma is installed",
                    "install Chrome on this host, set CHROME_BIN where Pawl is started, and add to the task file: "
                            + "environment: [CHROME_BIN]"));

    private MissingBrowser() {}

    static Optional<HostObstacle> of(RedBase red) {
        return LIBRARIES.stream()
                .filter(library -> library.said().matcher(red.output()).find())
                .findFirst()
                .map(library -> red.obstacle(library.missing(), library.fix()));
    }
}
