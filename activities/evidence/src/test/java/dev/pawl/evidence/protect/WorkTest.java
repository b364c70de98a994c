package dev.pawl.evidence.protect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.evidence.tree.MapTree;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.Must;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workspace.snapshot.Change;
import dev.pawl.workspace.snapshot.ChangeKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkTest {
    private static final MapTree BASE = new MapTree(Map.of(
            "index.js", "a",
            "lib/b.js", "b",
            "check.sh", "node test/t.js",
            "test/t.js", "t",
            "package.json", "{}",
            "report.json", "{}",
            "README.md", "r"));

    @Test
    void declaredFilesAreTheWorkAndTheRestIsNot() {
        Work work = work(List.of("index.js"), "index.js", "lib/b.js", "test/new.js");

        assertThat(work.declared()).isTrue();
        assertThat(work.paths()).containsExactly("index.js");
        assertThat(work.product()).containsExactly("lib/b.js");
        assertThat(work.additions()).containsExactly("test/new.js");
        assertThat(work.others()).containsExactly("lib/b.js", "test/new.js");
    }

    @Test
    void withoutDeclaredFilesAllChangesButNewTestsAndConfigurationAreTheWork() {
        Work work = work(List.of(), "index.js", "package.json", "README.md", "test/new.js", "jest.config.js");

        assertThat(work.declared()).isFalse();
        assertThat(work.paths()).containsExactly("README.md", "index.js", "package.json");
        assertThat(work.others()).containsExactlyInAnyOrder("test/new.js", "jest.config.js");
    }

    @Test
    void aFileOfTheBaseThatStillDiffersIsTheWork() {
        assertThat(work(List.of(), "check.sh", "test/t.js").paths()).containsExactly("check.sh", "test/t.js");
    }

    @Test
    void textsForPeopleAloneDoNotDeclareTheWork() {
        assertThat(work(List.of("README.md"), "README.md", "index.js").declared())
                .isFalse();
        assertThat(work(List.of("README.md", "index.js"), "README.md", "index.js")
                        .declared())
                .isTrue();
    }

    @Test
    void declaredDataBesideAnUndeclaredProgramIsOnlyData() {
        assertThat(work(List.of("report.json"), "report.json", "index.js").onlyData())
                .isTrue();
        assertThat(work(List.of("report.json"), "report.json", "test/t.json").onlyData())
                .isFalse();
        assertThat(work(List.of("index.js"), "index.js", "lib/b.js").onlyData()).isFalse();
    }

    private static Work work(List<String> declared, String... changed) {
        CheckSpec check = new CheckSpec("c", "sh check.sh && npx jest", Duration.ofMinutes(1), Must.PASS, 0, null);
        TaskRequest request = TaskRequest.builder("T", Prompt.inline("p"), AgentSpec.of("claude-code"))
                .files(declared)
                .checks(List.of(check))
                .build();
        List<Change> changes = Stream.of(changed)
                .map(path -> new Change(
                        path,
                        null,
                        BASE.has(path) ? ChangeKind.MODIFIED : ChangeKind.ADDED,
                        BASE.has(path) ? "100644" : "000000",
                        "100644",
                        null))
                .toList();
        return Work.of(request, changes, new ProtectedFiles(request, List.of(check), BASE), BASE);
    }
}
