package dev.pawl.host.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretValuesTest {
    @ParameterizedTest
    @CsvSource({
        "API_KEY, abcdefgh",
        "ADMIN_PASSWORD, development",
        "SIGNING, c2lnbmluZy1rZXk9",
        "SALT, correct-horse-battery-staple",
        "WEBHOOK, https://hooks.example/T00/B00/x7Yz",
    })
    void aValueOfASecretNameOrOneThatIsNoPlainWordIsASecret(String name, String value) {
        assertThat(revealed(SecretValues.of(name, value))).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "development",
                "my-service",
                "3.14.159.26",
                "2026-11-30",
                "http://localhost:8080/api",
                "https://api.example",
                "db.example:5432",
                "/usr/local/share/data",
                "./var/cache1",
            })
    void wordsNumbersAndPlacesAreNone(String value) {
        assertThat(SecretValues.of("SETTING", value)).isEmpty();
    }

    @Test
    void thePasswordOfAnAddressIsASecretByItself() {
        assertThat(revealed(SecretValues.of("DATABASE_URL", "postgres://app:geheim-4711@db/app")))
                .contains("geheim-4711", "postgres://app:geheim-4711@db/app");
    }

    @Test
    void assignmentsAreReadWithTheirQuotesCommentsAndSeveralLines() {
        String text = """
                # A comment with NAME=not-a-value-1
                export FIRST_TOKEN=alpha-token-1 # why
                SECOND="beta \\"token\\" 2"
                PLAIN=development
                THIRD: 'gamma token 3'
                KEY="-----BEGIN
                bGluZSBvZiBhIGtleQ1
                -----END"
                ESCAPED="first-part-1\\nsecond-part-2"
                """;

        assertThat(revealed(SecretValues.ofAssignments(text)))
                .contains(
                        "alpha-token-1",
                        "beta \"token\" 2",
                        "gamma token 3",
                        "bGluZSBvZiBhIGtleQ1",
                        "first-part-1",
                        "second-part-2")
                .doesNotContain("development", "not-a-value-1");
    }

    @Test
    void inOtherTextsWordsCountAndInCodeOnlyWhatStandsInQuotes() {
        String text =
                "login: {\"pin\": \"x1y2z3a4b5\"}\nbare t0k3n-of-text\n\"authentication_provider\" : 1\nauthentication_provider\n";

        assertThat(revealed(SecretValues.ofText(text, false))).containsOnly("x1y2z3a4b5", "t0k3n-of-text");
        assertThat(revealed(SecretValues.ofText(text, true))).containsOnly("x1y2z3a4b5");
    }

    private static List<String> revealed(List<Secret> secrets) {
        return secrets.stream().map(Secret::reveal).toList();
    }
}
