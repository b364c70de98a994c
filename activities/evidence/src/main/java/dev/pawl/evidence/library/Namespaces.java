package dev.pawl.evidence.library;

import dev.pawl.evidence.tree.PathGlob;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of test libraries in languages whose files declare their package. */
final class Namespaces {
    private record Language(PathGlob files, Pattern statement, Pattern libraries) {}

    private static final List<Language> ALL = List.of(
            language(
                    "**/*.{java,kt,kts,groovy,scala}",
                    "(?m)^\\s*package\\s+([\\w.`]+)",
                    "kotlin\\.test|org\\.junit|junit|org\\.testng|org\\.hamcrest|org\\.mockito"
                            + "|org\\.powermock|org\\.easymock|org\\.assertj|org\\.opentest4j|org\\.apiguardian|com\\.google\\.common\\.truth"
                            + "|com\\.google\\.truth|io\\.kotest|io\\.mockk|spock|org\\.spockframework|org\\.scalatest|munit|utest|zio\\.test"
                            + "|net\\.jqwik|org\\.awaitility|org\\.springframework\\.(?:test|boot\\.test|mock)|io\\.restassured|org\\.testcontainers"
                            + "|com\\.github\\.tomakehurst|org\\.wiremock|org\\.skyscreamer|org\\.xmlunit|org\\.dbunit|com\\.tngtech\\.archunit"
                            + "|org\\.apache\\.maven\\.surefire"),
            language(
                    "**/*.cs",
                    "(?m)^\\s*namespace\\s+([\\w.]+)",
                    "Xunit|NUnit|Moq|NSubstitute|FluentAssertions|Shouldly|Microsoft\\.VisualStudio\\.TestTools|TUnit"),
            language(
                    "**/*.php",
                    "(?m)^\\s*namespace\\s+([\\w\\\\]+)",
                    "PHPUnit|Mockery|Pest|Prophecy|Codeception|Behat|PhpSpec"),
            language("**/*.{ex,exs}", "(?m)^\\s*defmodule\\s+([\\w.]+)", "ExUnit|Mox|ExUnitProperties|StreamData"),
            language(
                    "**/*.{pm,pl}",
                    "(?m)^\\s*package\\s+([\\w:]+)",
                    "Test::(?:More|Simple|Builder|Deep|Exception|Most|Warn|Harness|Differences|Fatal|Tester)|TAP|Test2|Carp"));

    private Namespaces() {}

    private static Language language(String files, String statement, String libraries) {
        return new Language(
                PathGlob.of(files),
                Pattern.compile(statement),
                Pattern.compile("(?:" + libraries + ")(?:(?:\\.|\\\\|::).*)?"));
    }

    /** The name of a test library, or of a part of the language, that a text declares as its own package. */
    static Optional<String> taken(String path, String text) {
        for (Language language : ALL) {
            if (language.files().matches(path)) {
                Matcher statement = language.statement().matcher(text);
                while (statement.find()) {
                    String name = statement.group(1).replace("`", "");
                    if (language.libraries().matcher(name).matches()) {
                        return Optional.of(name);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
