package dev.pawl.cli.command.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.cli.fake.Invocation;
import dev.pawl.cli.planfile.PlanFile;
import dev.pawl.cli.planfile.PlanFileParser;
import dev.pawl.cli.planfile.Repositories;
import dev.pawl.cli.taskfile.AgentsFile;
import dev.pawl.cli.taskfile.TaskFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanImportCommandTest {
    private static final String SOURCE = """
            {
              "project": "Relay",
              "created_by": "someone",
              "work_packages": [
                {
                  "package_id": "WP 1", "role": "backend", "title": "Consumer", "priority": "critical",
                  "estimated_hours": 1.5, "issues_fixed": ["F-1", "F-2"],
                  "files_to_modify": ["relay/consumer.py (lines 10-20)"], "files_to_create": ["relay/dead.py"],
                  "dependencies": [], "description": "Ends retries.", "risk_level": "low"
                },
                {
                  "package_id": "WP2", "title": "Docs", "priority": "soon", "estimated_hours": "2-3",
                  "files_to_modify": [{ "path": "README.md" }, "/etc/passwd"],
                  "dependencies": ["WP 1", "WP9"], "acceptance_criteria": ["It says so."]
                }
              ],
              "file_ownership_matrix": { "relay/consumer.py": "WP 1", "relay/extra.py": ["WP 1"], "x": "WP7" },
              "quality_gates": { "tests": { "command": "make test" }, "before": ["nobody edits main"] }
            }
            """;

    @TempDir
    Path directory;

    private Invocation pawl(String... arguments) {
        return Invocation.of(Map.of(), directory, arguments);
    }

    @Test
    void thePlanHasWhatTheSourceSaysAndIsValid() throws Exception {
        Repositories.create(directory.resolve("repo"), "relay/consumer.py", "relay/extra.py", "README.md");
        Files.writeString(directory.resolve("breakdown.json"), SOURCE);

        Invocation imported = pawl("plan", "import", "breakdown.json", "-O", "plan.yaml", "--repository", "repo");

        assertThat(imported.exitCode()).as(imported.err()).isZero();
        PlanFile plan = PlanFileParser.parse(directory.resolve("plan.yaml"), AgentsFile.NONE, directory);
        assertThat(plan.title()).isEqualTo("Relay");
        assertThat(plan.checks()).extracting(TaskFile.Check::run).containsExactly("make test");
        assertThat(plan.packages()).extracting(each -> each.id()).containsExactly("WP-1", "WP2");
        assertThat(plan.packages().get(0)).satisfies(one -> {
            assertThat(one.task().title()).isEqualTo("Consumer");
            assertThat(one.task().prompt()).contains("Ends retries.", "- F-2");
            assertThat(one.task().owns()).containsExactly("relay/consumer.py", "relay/dead.py", "relay/extra.py");
            assertThat(one.task().files()).containsExactly("relay/dead.py");
            assertThat(one.task().labels()).containsExactly("backend");
            assertThat(one.priority()).isEqualTo(1);
            assertThat(one.estimate()).isEqualTo(Duration.ofMinutes(90));
            assertThat(one.issues()).containsExactly("F-1", "F-2");
        });
        assertThat(plan.packages().get(1)).satisfies(two -> {
            assertThat(two.needs()).containsExactly("WP-1");
            assertThat(two.task().owns()).containsExactly("README.md");
            assertThat(two.task().prompt()).contains("It is done when:\n- It says so.");
            assertThat(two.estimate()).isEqualTo(Duration.ofHours(3));
            assertThat(two.priority()).isNull();
        });
    }

    @Test
    void whatIsNotTakenOverIsSaid() throws Exception {
        Files.writeString(directory.resolve("breakdown.json"), SOURCE);

        assertThat(pawl("plan", "import", "breakdown.json").err().lines())
                .containsExactlyInAnyOrder(
                        "note: package 'WP 1' is called 'WP-1'",
                        "note: WP-1: 'risk_level' has no counterpart",
                        "note: WP2: depends on 'WP9', which is no package",
                        "note: WP2: '/etc/passwd' is no path of the repository",
                        "note: WP2: priority 'soon' is not known",
                        "note: WP-1: owns 'relay/extra.py' by the matrix, though its own lists do not name it",
                        "note: the matrix gives 'x' to 'WP7', which is no package",
                        "note: quality gate of 'before' is no command: nobody edits main; write a check for it",
                        "note: 'created_by' has no counterpart",
                        "2 packages; check the plan: pawl plan validate plan.yaml");
    }

    @Test
    void anExistingFileIsNotOverwritten() throws Exception {
        Files.writeString(directory.resolve("breakdown.json"), SOURCE);
        Files.writeString(directory.resolve("plan.yaml"), "mine");

        Invocation imported = pawl("plan", "import", "breakdown.json", "-O", "plan.yaml");

        assertThat(imported.exitCode()).isEqualTo(2);
        assertThat(imported.err()).contains("plan.yaml already exists");
        assertThat(directory.resolve("plan.yaml")).hasContent("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "[1]", "{}", "{\"work_packages\": 3}", "{\"work_packages\": [1, null]}"})
    void whatIsNoBreakdownEndsWith2(String source) throws Exception {
        Files.writeString(directory.resolve("breakdown.json"), source);

        Invocation imported = pawl("plan", "import", "breakdown.json");

        assertThat(imported.exitCode()).as(imported.err()).isEqualTo(2);
        assertThat(imported.out()).isEmpty();
    }

    @Test
    void sharedOwnersInTheMatrixAreNamed() throws Exception {
        Files.writeString(directory.resolve("b.json"), """
                { "work_packages": [{ "package_id": "a", "files_to_modify": ["x"] },
                                    { "package_id": "b", "files_to_modify": ["x"] }],
                  "file_ownership_matrix": { "x": ["a", "b"] } }
                """);

        assertThat(pawl("plan", "import", "b.json").err()).contains("'x' has several owners: a, b");
    }
}
