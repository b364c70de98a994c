package dev.pawl.cli.taskfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pawl.cli.yaml.InvalidFileException;
import dev.pawl.cli.yaml.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskFileProblemsTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void file() {
        file = directory.resolve("task.md");
    }

    private List<Problem> problems(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        InvalidFileException invalid =
                catchThrowableOfType(InvalidFileException.class, () -> TaskFileParser.parse(file));
        assertThat(invalid).as("is refused").isNotNull();
        return invalid.problems();
    }

    private List<Problem> problems(String text) throws IOException {
        return problems(text.getBytes(StandardCharsets.UTF_8));
    }

    private Problem onlyProblem(String text) throws IOException {
        List<Problem> problems = problems(text);
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    @Test
    void allProblemsAreReportedAtOnceEachWithItsPlace() throws Exception {
        List<Problem> problems = problems("""
                ---
                agnet: claude-code
                title: [a]
                limits:
                  iterations: five
                  tme: 30m
                mode: inplace
                ---
                """);
        assertThat(problems)
                .containsExactly(
                        new Problem(2, 1, "unknown key 'agnet'", "did you mean 'agent'?"),
                        new Problem(
                                2,
                                1,
                                "agent is missing",
                                "one of claude-code, codex, gemini, opencode, qwen, copilot, command"),
                        new Problem(3, 8, "title is a text, not a list", null),
                        new Problem(5, 15, "limits.iterations is a whole number from 1 to 1000, not 'five'", null),
                        new Problem(6, 3, "unknown key 'limits.tme'", "did you mean 'time'?"),
                        new Problem(7, 7, "mode: unknown value 'inplace'", "did you mean 'in-place'?"),
                        new Problem(9, 1, "the prompt is empty", "say below the front matter what to do"));
    }

    @Test
    void deepNestingIsRefusedBeforeItCostsAStack() throws Exception {
        Problem problem = onlyProblem("---\nagent: codex\nfiles: " + "[".repeat(200_000) + "\n---\nDo it.\n");
        assertThat(problem.line()).isEqualTo(3);
        assertThat(problem.reason()).isEqualTo("nested more than 50 levels deep");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title: a\\ntitle: b                          | 4:1: key 'title' is given twice (keep one of them)
            title:                                       | 3:7: title is a text, not nothing
            title: ''                                    | 3:8: title is empty (give a value or remove the key)
            agent: claud                                 | 3:8: agent: unknown value 'claud'
            agent: command\\ncommand: [a]\\ncontinue: true | 5:11: continue: agent 'command' has no session to continue (remove it)
            agent: qwen\\ninherit: [mcp]                  | 4:10: inherit: 'qwen' inherits nothing (remove it; claude-code, codex, gemini can)
            agent: codex\\ninherit: [skils]               | 4:11: inherit: unknown value 'skils' (did you mean 'skills'?)
            mode: in_place                               | 3:7: mode: unknown value 'in_place' (did you mean 'in-place'?)
            mode: in-place                               | 3:7: mode: in-place works in an existing directory
            files: a.py                                  | 3:8: files is a list, not 'a.py' (write ["a.py"])
            files: [{a: b}]                              | 3:9: an item of files is a text, not a group of keys
            files: [/etc/passwd]                         | 3:8: files: '/etc/passwd' leads out of the workspace
            owns: ["../x"]                               | 3:7: owns: '../x' leads out of the workspace
            protect: [~/x]                               | 3:10: protect: '~/x' leads out of the workspace
            removes: [../x]                              | 3:10: removes: '../x' leads out of the workspace
            copy: [.env]                                 | 3:7: copy: without a workspace there is nothing to copy from
            copy: [../.env]                              | 3:7: copy: '../.env' leads out of the workspace
            copy: ['!/etc/x']                            | 3:7: copy: '!/etc/x' leads out of the workspace
            copy: .env                                   | 3:7: copy is a list, not '.env'
            environment: [HOME]                          | 3:14: environment: 'HOME' is private to each run of a check
            environment: ['TOKEN=x']                     | 3:14: environment: 'TOKEN=x' is not a variable name
            environment: [PAWL_HOME]                     | 3:14: environment: 'PAWL_HOME' is the worker's own
            tests: [a]                                   | 3:8: tests is a group of keys, not a list (keys: may-change, may-remove)
            tests: { may_change: [a] }                   | 3:10: unknown key 'tests.may_change' (did you mean 'may-change'?)
            tests: { may-remove: [/a] }                  | 3:22: tests.may-remove: '/a' leads out of the workspace
            limits: [1]                                  | 3:9: limits is a group of keys, not a list
            limits: { iterations: 0 }                    | 3:23: limits.iterations is a whole number from 1 to 1000
            limits: { iterations: 1.5 }                  | 3:23: limits.iterations is a whole number from 1 to 1000
            limits: { iterations: 0x10 }                 | 3:23: limits.iterations is a whole number from 1 to 1000
            limits: { turns: 9999999999999999999999 }    | 3:18: limits.turns is a whole number from 1 to 100000
            limits: { time: 30 }                         | 3:17: limits.time is a duration with its unit, not '30' (did you mean '30m'?)
            limits: { idle: 0s }                         | 3:17: limits.idle is a duration with its unit
            limits: { cost: free }                       | 3:17: limits.cost is an amount of US dollars above 0
            limits: { cost: -1 }                         | 3:17: limits.cost is an amount of US dollars above 0
            limits: { cost: .nan }                       | 3:17: limits.cost is an amount of US dollars above 0
            limits: { on-breach: park }                  | 3:22: limits.on-breach: unknown value 'park' (did you mean 'ask'?)
            checks: make test                            | 3:9: checks is a list, not 'make test'
            checks: [[a]]                                | 3:10: a check is a command line or a group of keys
            checks: [{name: a}]                          | 3:10: checks.run is missing
            checks: [{run: a, mst: pass}]                | 3:19: unknown key 'checks.mst' (did you mean 'must'?)
            checks: [{run: a, must: no_new_failures}]    | 3:25: checks.must: unknown value 'no_new_failures' (did you mean 'no-new-failures'?)
            checks: [{run: a, retries: 6}]               | 3:28: checks.retries is a whole number from 0 to 5
            checks: [{run: a, junit: ../x.xml}]          | 3:26: checks.junit: '../x.xml' leads out of the workspace
            checks: [a, {run: b, name: a}]               | 3:13: two checks are named 'a'
            sandbox: docker                              | 3:10: sandbox: unknown value 'docker'
            network: none                                | 3:10: network: only a sandbox can restrict the network (add sandbox: bubblewrap)
            sandbox: auto\\nnetwork: none                 | 4:10: network: only a sandbox can restrict the network (add sandbox: bubblewrap)
            allow-hosts: [a.example.org]                 | 3:14: allow-hosts: only a sandbox can restrict the network (add sandbox: bubblewrap)
            sandbox: bubblewrap\\nnetwork: host\\nallow-hosts: [a.example.org] | 5:14: allow-hosts: network: host cannot be restricted to hosts (use network: agent or all)
            sandbox: bubblewrap\\nallow-hosts: ["https://a.example.org"] | 4:14: allow-hosts: 'https://a.example.org' is not a host
            verify: no                                   | 3:9: verify: unknown value 'no' (allowed: clean-checkout, workspace)
            deliver: brunch                              | 3:10: deliver: unknown value 'brunch' (did you mean 'branch'?)
            judge: { accept: 0.7 }                       | 3:8: judge.rubric is missing
            judge: { rubric: a, accept: 7 }              | 3:29: judge.accept is a number from 0 to 1
            judge: { rubric: a, clarify: 0.9 }           | 3:30: judge.clarify: above accept
            judge: { rubric: a, agent: command }         | 3:28: judge.agent: agent 'command' needs a program
            judge: { rubric: a, provder: ollama }        | 3:21: unknown key 'judge.provder' (did you mean 'provider'?)
            judge: { rubric: a, provider: olama, model: m } | 3:31: judge.provider: unknown value 'olama'
            judge: { rubric: a, provider: ollama }       | 3:31: judge.provider: a model server needs a model
            judge: { rubric: a, provider: ollama, model: m, agent: codex } | 3:56: judge.agent: either an agent judges
            judge: { rubric: a, provider: openai, model: m, samples: 6 }   | 3:58: judge.samples is a whole number from 1 to 5
            judge: { rubric: a, samples: 3 }             | 3:30: judge.samples: only with a provider
            command: [ls]                                | 3:10: command: only for agent 'command', not for 'claude-code'
            breakpoints: [before-acept]                  | 3:15: breakpoints: unknown value 'before-acept' (did you mean 'before-accept'?)
            breakpoints: [before-deliver]                | 3:15: breakpoints: before-deliver is never reached
            breakpoints: [score-below]                   | 3:15: breakpoints: unknown value 'score-below' (it needs a value, such as score-below: 0.8)
            breakpoints: [scor-below: 0.8]               | 3:15: unknown key 'breakpoints.scor-below' (did you mean 'score-below'?)
            breakpoints: [score-below: high]             | 3:28: breakpoints.score-below is a number from 0 to 1, not 'high'
            breakpoints: [score-below: 0]                | 3:28: breakpoints.score-below: no score is below 0
            breakpoints: [cost-above: -1]                | 3:27: breakpoints.cost-above is an amount of US dollars above 0
            breakpoints: [iterations-over: many]         | 3:32: breakpoints.iterations-over is a whole number from 1 to 1000
            breakpoints: [files-matching: db]            | 3:31: breakpoints.files-matching is a list, not 'db'
            breakpoints: [files-matching: []]            | 3:31: breakpoints.files-matching: names no path
            breakpoints: [files-matching: [/etc]]        | 3:31: breakpoints.files-matching: '/etc' leads out of the workspace
            breakpoints: [diff-over: 400 files]          | 3:26: breakpoints.diff-over: a number of lines from 1 to 1000000, not '400 files' (write 400 lines)
            breakpoints: [check-failed: unit]            | 3:29: breakpoints.check-failed: no check is named 'unit' (name it under checks)
            breakpoints: [{score-below: 1, diff-over: 1}] | 3:15: an item of breakpoints has one key
            breakpoints: [[a]]                           | 3:15: an item of breakpoints is a moment or a condition
            breakpoints: [before-accept, before-accept]  | 3:30: breakpoints: given twice (keep one of them)
            checks: [{run: a, name: unit}]\\nbreakpoints: [check-failed: unti] | 4:29: breakpoints.check-failed: no check is named 'unti' (did you mean 'unit'?)
            wait: 3d                                     | 3:7: wait is a group of keys, not '3d'
            wait: { remind: 1h }                         | 3:17: wait.remind is a list, not '1h'
            wait: { remind: [soon] }                     | 3:18: an item of wait.remind is a duration with its unit, not 'soon'
            wait: { remind: [1d, 1h] }                   | 3:17: wait.remind: the times have to ascend
            wait: { remind: [4d], deadline: 3d }         | 3:17: wait.remind: is not before the deadline
            wait: { escalate: [lead] }                   | 3:20: an item of wait.escalate is a group of keys (write { after: 4h, to: lead })
            wait: { escalate: [{ after: 4h }] }          | 3:20: wait.escalate.to: is missing
            wait: { deadline: 400d }                     | 3:19: wait.deadline is a duration with its unit
            wait: { deadline: 3d, then: approve }        | 3:29: wait.then: unknown value 'approve'
            wait: { then: stop }                         | 3:15: wait.then: nothing follows without a deadline
            include-uncommitted: yes                     | 3:22: include-uncommitted is true or false, not 'yes'
            '? [a] : b'                                  | 3:3: a key is one word
            workspace: nowhere                           | does not exist (paths are relative to this file)
            workspace: task.md                           | is not a directory
            """)
    void aFaultIsNamedWithItsPlaceAndTheWayOut(String line, String expected) throws Exception {
        boolean agent = line.startsWith("agent:");
        String text = "---\n" + (agent ? "title: x" : "agent: claude-code") + "\n" + line.replace("\\n", "\n")
                + "\n---\nDo it.\n";
        assertThat(onlyProblem(text).in("task.md")).contains(expected);
    }

    @Test
    void aWorkspaceThatIsMissingIsReportedWithTheNearestDirectory() throws Exception {
        Files.createDirectory(directory.resolve("server"));
        assertThat(onlyProblem("---\nagent: claude-code\nworkspace: sever\n---\nDo it.")
                        .hint())
                .isEqualTo("did you mean 'server'?");
    }

    @Test
    void aCommandAgentNeedsItsProgram() throws Exception {
        assertThat(onlyProblem("---\nagent: command\n---\nDo it.").in("t.md"))
                .isEqualTo("t.md:2:8: agent: agent 'command' needs a program "
                        + "(name it with command: [program, argument])");
    }

    @Test
    void missingFrontMatterSaysHowAFileBegins() throws Exception {
        assertThat(onlyProblem("Do it.\n").in("t.md")).startsWith("t.md:1:1: missing front matter");
    }

    @Test
    void anEmptyFileHasNeitherFrontMatterNorPrompt() throws Exception {
        assertThat(problems(""))
                .extracting(Problem::reason)
                .containsExactly("missing front matter", "the prompt is empty");
    }

    @Test
    void frontMatterWithoutAnEndIsReported() throws Exception {
        assertThat(problems("---\nagent: claude-code\nDo it.\n"))
                .extracting(Problem::reason)
                .contains("the front matter has no end");
    }

    @Test
    void frontMatterThatIsNotAMappingIsReported() throws Exception {
        assertThat(onlyProblem("---\n- a\n---\nDo it.").reason())
                .isEqualTo("the front matter is not a list of 'key: value' lines");
    }

    @Test
    void brokenYamlIsReportedAtItsLine() throws Exception {
        Problem problem = onlyProblem("---\nagent: claude-code\nfiles: [a\ntitle: x\n---\nDo it.");
        assertThat(problem.reason()).startsWith("not valid YAML");
        assertThat(problem.line()).isEqualTo(4);
    }

    @Test
    void invalidUtf8IsReportedAtItsByteAndTheRestIsStillJudged() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("---\nagnt: claude-code\n---\nDo ".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xFF);
        assertThat(problems(bytes.toByteArray()))
                .extracting(problem -> problem.in("t.md"))
                .contains("t.md:4:4: invalid UTF-8: byte 0xFF (save the file as UTF-8 text)")
                .anyMatch(line -> line.startsWith("t.md:2:1: unknown key 'agnt'"));
    }

    @Test
    void aCutOffCharacterAtTheEndIsInvalidUtf8() throws Exception {
        byte[] text = "---\nagent: claude-code\n---\nDo é".getBytes(StandardCharsets.UTF_8);
        byte[] cut = java.util.Arrays.copyOf(text, text.length - 1);
        assertThat(problems(cut)).extracting(Problem::reason).containsExactly("invalid UTF-8: byte 0xC3");
    }

    @Test
    void nulBytesAreReported() throws Exception {
        assertThat(onlyProblem("---\nagent: claude-code\n---\nDo\0it.").in("t.md"))
                .startsWith("t.md:4:3: NUL byte");
    }

    @Test
    void controlCharactersInTheFrontMatterAreReported() throws Exception {
        assertThat(onlyProblem("---\nagent: claude-code\ntitle: a\u0001b\n---\nDo it.")
                        .in("t.md"))
                .startsWith("t.md:3:9: control character U+0001");
    }

    @Test
    void nestedAliasesDoNotGrowWithoutBound() throws Exception {
        assertThat(problems("---\nagent: claude-code\nlabels: &a [x, x]\nfiles: [*a, *a]\n---\nDo it."))
                .extracting(Problem::reason)
                .containsOnly("an item of files is a text, not a list");
    }

    @Test
    void windowsLineEndsAndAByteOrderMarkAreFine() throws Exception {
        Files.writeString(file, "\uFEFF---\r\nagent: claude-code\r\ntitle: a\r\n---\r\nDo it.\r\n");
        assertThat(TaskFileParser.parse(file).title()).isEqualTo("a");
    }

    @Test
    void aPromptMayHoldLinesOfDashes() throws Exception {
        Files.writeString(file, "---\nagent: claude-code\n---\nA\n---\nB\n");
        assertThat(TaskFileParser.parse(file).prompt()).isEqualTo("A\n---\nB");
    }

    @Test
    void aPromptOfTenMegabytesIsFine() throws Exception {
        String prompt = "word ".repeat(2 * 1024 * 1024 - 64) + "end";
        Files.writeString(file, "---\nagent: claude-code\n---\n" + prompt);
        assertThat(TaskFileParser.parse(file).prompt()).isEqualTo(prompt);
    }

    @Test
    void aPromptAboveTenMegabytesIsRefused() throws Exception {
        String text = "---\nagent: claude-code\n---\n" + "x".repeat(10 * 1024 * 1024 + 1);
        assertThat(onlyProblem(text).reason()).startsWith("the prompt is larger than 10 MB");
    }
}
