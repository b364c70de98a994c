package dev.pawl.agent.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.agent.AgentResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** docs/agents.md shows the results of the contract tests. */
class AgentsPageTest {
    private static final Path PAGE = Path.of("../../docs/agents.md");
    private static final String BEGIN = "<!-- generated: begin -->\n";
    private static final String END = "<!-- generated: end -->";

    /** To regenerate it: mvn -pl activities/agent -am test -Dtest=AgentsPageTest -Dpawl.docs=write */
    @Test
    void thePageShowsTheEndingOfEachAgentInEachCase() throws IOException {
        String page = Files.readString(PAGE);
        String fresh = page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                + generated()
                + page.substring(page.indexOf(END));
        if ("write".equals(System.getProperty("pawl.docs"))) {
            Files.writeString(PAGE, fresh);
        }
        assertThat(PAGE)
                .as("docs/agents.md is stale; write it anew as this test's comment says")
                .hasContent(fresh);
    }

    private static String generated() {
        List<Adapter> adapters = Adapter.all();
        StringBuilder text = new StringBuilder(
                "\n| Agent | Version | Reports session id | Usage in the case of success |\n|---|---|---|---|\n");
        adapters.forEach(adapter -> text.append(line(adapter)));
        text.append("\n| Case |");
        adapters.forEach(adapter -> text.append(" ").append(adapter.name()).append(" |"));
        text.append("\n|---|").append("---|".repeat(adapters.size())).append("\n");
        TreeMap<Integer, String> notes = new TreeMap<>();
        for (ContractCase wanted : ContractCase.values()) {
            text.append("| ").append(wanted.title).append(" |");
            adapters.forEach(adapter ->
                    text.append(" ").append(seen(adapter, wanted, notes)).append(" |"));
            text.append("\n");
        }
        text.append("\n");
        notes.forEach(
                (number, note) -> text.append(number).append(". ").append(note).append("\n"));
        return text.append("\n").toString();
    }

    private static String line(Adapter adapter) {
        AgentResult result = new ContractRun(adapter, ContractCase.SUCCESS).seen();
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        adapter.name(),
                        (adapter.title() + " " + adapter.version()).strip(),
                        result.agentSessionId() == null ? "no" : "yes",
                        UsageText.of(result.usage()));
    }

    private static String seen(Adapter adapter, ContractCase wanted, Map<Integer, String> notes) {
        Recordings recordings = adapter.recordings();
        String none = recordings.none(wanted);
        if (none != null) {
            return "– (" + note(adapter.title() + ": " + none, notes) + ")";
        }
        AgentResult result = new ContractRun(adapter, wanted).seen();
        boolean made =
                wanted.recorded() && recordings.recording(wanted).origin().equals("made");
        return result.ending().wire() + (result.retryable() ? ", again" : "") + (made ? " \\*" : "");
    }

    private static int note(String text, Map<Integer, String> notes) {
        return notes.entrySet().stream()
                .filter(note -> note.getValue().equals(text))
                .findFirst()
                .map(Map.Entry::getKey)
                .orElseGet(() -> {
                    notes.put(notes.size() + 1, text);
                    return notes.size();
                });
    }
}
