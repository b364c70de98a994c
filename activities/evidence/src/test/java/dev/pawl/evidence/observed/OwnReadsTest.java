package dev.pawl.evidence.observed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.evidence.reach.CheckFiles;
import dev.pawl.evidence.tree.MapTree;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.Must;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.TaskRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A file that a check reads belongs to the check only if it is not what the check tests. */
class OwnReadsTest {
    private final Map<String, String> files = new TreeMap<>(Map.of(
            "check.js", "const { greet } = require('./index.js'); read('data/cases.csv'); read(`cases/${n}.txt`);",
            "index.js", "load(`locales/${language}.json`)"));
    private String prompt = "Make it work.";
    private List<String> declared = List.of();

    private OwnReadsTest with(String path) {
        files.put(path, "x");
        return this;
    }

    private Set<String> own(String... read) {
        MapTree base = new MapTree(files);
        CheckSpec check = new CheckSpec("c", "node check.js", Duration.ofMinutes(1), Must.PASS, 0, null);
        TaskRequest request = TaskRequest.builder("t", Prompt.inline(prompt), AgentSpec.command(List.of("sh")))
                .files(declared)
                .build();
        return new OwnReads(request, base, CheckFiles.of(List.of(check), base, ""))
                .of("c", new TreeSet<>(List.of(read)))
                .keySet();
    }

    @Test
    void dataBelongsToTheCheckIfItNamesTheFileAndTheProductDoesNot() {
        with("data/cases.csv")
                .with("cases/a.txt")
                .with("locales/de.json")
                .with("LICENSE")
                .with("package.json");

        assertThat(own(
                        "check.js",
                        "index.js",
                        "data/cases.csv",
                        "cases/a.txt",
                        "locales/de.json",
                        "LICENSE",
                        "package.json"))
                .containsExactlyInAnyOrder("data/cases.csv", "cases/a.txt");
    }

    @Test
    void dataIsWhatIsCheckedIfACheckReadsNothingElse() {
        with("data/cases.csv").with("golden/a.txt");

        assertThat(own("check.js", "data/cases.csv", "golden/a.txt")).containsExactly("golden/a.txt");
    }

    @Test
    void filesThatTheTaskDeclaresOrAsksForAreTheWork() {
        with("data/cases.csv").with("cases/a.txt");
        declared = List.of("cases");
        assertThat(own("check.js", "index.js", "data/cases.csv", "cases/a.txt")).containsExactly("data/cases.csv");

        declared = List.of();
        prompt = "Add a row to cases.csv.";
        assertThat(own("check.js", "index.js", "data/cases.csv", "cases/a.txt")).containsExactly("cases/a.txt");
    }

    @Test
    void sourceCodeBelongsToTheProductAndAScriptOfTheCheckDoesNot() {
        with("lib/more.js").with("scripts/run-linux.sh").with("bin/tool.sh");

        assertThat(own("check.js", "index.js", "lib/more.js", "scripts/run-linux.sh", "bin/tool.sh"))
                .containsExactly("scripts/run-linux.sh");
    }
}
