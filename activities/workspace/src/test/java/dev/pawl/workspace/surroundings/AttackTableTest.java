package dev.pawl.workspace.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.model.request.NetworkAccess;
import dev.pawl.workspace.surroundings.Attack.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** With {@code -Dpawl.docs=write} the table of security.md is written anew. {@link AttackIT} tries its cells. */
class AttackTableTest {
    private static final Path DOCUMENT = Path.of("../../docs/security.md");
    private static final String BEGIN = "<!-- attacks: made by AttackTableTest -->\n";
    private static final String END = "\n<!-- attacks: end -->";

    private static final String HEAD = """
            | Attack | no sandbox | `network: host` | `network: all` | `network: agent` | `network: none` |
            |---|---|---|---|---|---|
            """;

    @Test
    void theDocumentHasTheTableOfTheAttacks() throws Exception {
        String text = Files.readString(DOCUMENT);
        String before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
        String wanted = before + table() + text.substring(text.indexOf(END));
        if ("write".equals(System.getProperty("pawl.docs"))) {
            Files.writeString(DOCUMENT, wanted);
        }

        assertThat(Files.readString(DOCUMENT)).isEqualTo(wanted);
    }

    private static String table() {
        return HEAD
                + Stream.of(Attack.values())
                        .map(attack -> "| %s | %s | %s | %s | %s | %s |"
                                .formatted(
                                        attack.text(),
                                        cell(attack, null),
                                        cell(attack, NetworkAccess.HOST),
                                        cell(attack, NetworkAccess.ALL),
                                        cell(attack, NetworkAccess.AGENT),
                                        cell(attack, NetworkAccess.NONE)))
                        .collect(Collectors.joining("\n"));
    }

    private static String cell(Attack attack, @Nullable NetworkAccess network) {
        Outcome agent = attack.outcome(network, true);
        Outcome check = attack.outcome(network, false);
        return agent == check ? agent.text() : "agent: %s, check: %s".formatted(agent.text(), check.text());
    }
}
