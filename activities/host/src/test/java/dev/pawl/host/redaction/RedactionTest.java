package dev.pawl.host.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Redaction runs before anything is stored or published. */
class RedactionTest {
    @Test
    void whatIsLearnedIsRedactedUntilItIsForgotten() {
        Redaction redaction = Redaction.of(Map.of("API_KEY", "own-value-1"));
        redaction.learn("task", List.of(Secret.of("copied-value-1"), Secret.of("short")));
        redaction.learn("other", List.of(Secret.of("copied-value-2")));

        assertThat(redaction.knows("task")).isTrue();
        assertThat(redaction.clean("own-value-1 copied-value-1 copied-value-2 short"))
                .isEqualTo("[redacted] [redacted] [redacted] short");
        redaction.forget("task");
        assertThat(redaction.clean("own-value-1 copied-value-1 copied-value-2"))
                .isEqualTo("[redacted] copied-value-1 [redacted]");
    }

    private static final String BODY = "Zm9vYmFy0123456789abcdefABCDEF";
    private final Redaction redaction = Redaction.of(Map.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-ant-api03-" + BODY,
                "sk-proj-" + BODY,
                "sk-" + BODY,
                "AIzaSyA" + BODY,
                "ya29." + BODY,
                "ghp_" + BODY,
                "ghs_" + BODY,
                "github_pat_" + BODY,
                "glpat-" + BODY,
                "AKIAIOSFODNN7EXAMPLE",
                "ASIAIOSFODNN7EXAMPLE",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc-_def",
            })
    void aSecretOfAKnownPatternIsRedactedAnywhere(String secret) {
        assertThat(redaction.clean("a " + secret + " b")).isEqualTo("a [redacted] b");
        assertThat(redaction.clean("{\"v\":\"" + secret + "\"}")).isEqualTo("{\"v\":\"[redacted]\"}");
        assertThat(redaction.clean("first\n" + secret)).isEqualTo("first\n[redacted]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer " + BODY,
                "authorization: bearer " + BODY,
                "Authorization: Basic dXNlcjpwYXNzd29yZDEy",
                "password=hunter2!",
                "password = \"x1\"",
                "PASSWORD: hunter2",
                "{\"password\": \"hunter2\"}",
                "{\\\"password\\\": \\\"hunter2\\\"}",
                "db.password=hunter2",
                "clientSecret: 'hunter2'",
                "api_key=hunter2",
                "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                "MY_SERVICE_TOKEN=hunter2",
                "export SECRET_VALUE=hunter2",
                "postgres://pawl:hunter2@localhost/pawl",
            })
    void anAssignedSecretIsTakenOutAndItsNameStays(String text) {
        String cleaned = redaction.clean(text);

        assertThat(cleaned).contains("[redacted]").doesNotContain("hunter2", "wJalr", BODY, "dXNlcj", "x1");
        assertThat(cleaned).startsWith(text.substring(0, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\\n"})
    void aPrivateKeyBlockIsTakenOutWhole(String lineBreak) {
        String block =
                String.join(lineBreak, "-----BEGIN RSA PRIVATE KEY-----", "Proc-Type: 4,ENCRYPTED", BODY, BODY, "");

        assertThat(redaction.clean("x " + block + "-----END RSA PRIVATE KEY-----" + lineBreak + "y"))
                .isEqualTo("x [redacted]" + lineBreak + "y");
        assertThat(redaction.clean("x " + block)).isEqualTo("x [redacted]");
    }

    @Test
    void theExactValueOfASecretVariableIsTakenOut() {
        Redaction host = Redaction.of(Map.of("ACME_API_KEY", "correct \"horse\"", "DB_PASSWORD", "battery-staple"));

        assertThat(host.clean("a correct \"horse\" b correct \\\"horse\\\" c battery-staple"))
                .isEqualTo("a [redacted] b [redacted] c [redacted]");
    }

    @Test
    void aVariableThatIsNoSecretOrTooShortIsNotRedacted() {
        Redaction host = Redaction.of(Map.of("HOME", "/home/somebody", "OLDPWD", "/home/somebody/work", "A_KEY", "on"));

        assertThat(host.clean("on /home/somebody/work")).isEqualTo("on /home/somebody/work");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def login(user: str, password: str) -> bool:",
                "password = None",
                "password = read_password()",
                "assert tokens == ['a', 'b']",
                "the bearer certificate",
                "task-one-of-seven-and-a-half sk-learn-based-classifier",
                "E   AssertionError: assert 3 == 4",
                "https://example.com:8080/path@1",
            })
    void ordinaryTextStaysAsItIs(String text) {
        assertThat(redaction.clean(text)).isEqualTo(text);
    }

    @Test
    void requestsOfPeopleKeepAssignmentsAndLoseKeys() {
        Redaction host = Redaction.of(Map.of("ACME_API_KEY", "correct-horse"));

        assertThat(host.cleanKeys("set password=changeme, use ghp_" + BODY + " and correct-horse"))
                .isEqualTo("set password=changeme, use [redacted] and [redacted]");
    }

    @Test
    void cleaningTwiceChangesNothingMore() {
        String once = redaction.clean("password=hunter2 Bearer " + BODY + " https://u:p4ss@h/ TOKEN=\"" + BODY + "\"");

        assertThat(redaction.clean(once)).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "-", "A", "eyJ", "://a:", "password=", "sk-a", "_", "-----BEGIN PRIVATE KEY-----"})
    void longHostileTextIsCleanedInBoundedTime(String part) {
        String text = part.repeat(1_000_000 / part.length());

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> redaction.clean(text));
    }
}
