package dev.pawl.gateway;

import dev.pawl.db.check.CheckResultRow;
import dev.pawl.db.content.LocalContentStore;
import dev.pawl.db.decision.NewDecision;
import dev.pawl.db.judgement.JudgeCall;
import dev.pawl.db.question.NewQuestion;
import dev.pawl.db.session.CloseSession;
import dev.pawl.db.session.NewSession;
import dev.pawl.db.session.SessionUsage;
import dev.pawl.gateway.view.Rows;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.TaskRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task in the database, in the middle of its second iteration. */
final class SeededTask {
    static final String EVIDENCE = """
            {"snapshot": "s1", "tree": "t1", "diff": {"files": 1, "added": 2, "removed": 3, "meaningful": true},
             "files": [{"path": "a.py", "exists": true, "empty": false, "changed": true}], "checks": [],
             "findings": [{"kind": "runner_configuration", "path": "conftest.py", "detail": "is new", "blocking": true}],
             "verified": false, "proof": {"unknown": ["which tests it runs"],
              "checkFiles": [{"path": "check.py", "why": "check 'unit'", "keptAsInBase": true}],
              "controls": [{"check": "unit", "state": "refuted", "putBack": ["a.py"], "emptied": [],
                            "causes": ["run.sh"], "detail": ""}]}}
            """;
    final String id;
    final String patch = "diff --git a/a.py b/a.py\n".repeat(10_000);
    final UUID first = UUID.randomUUID();
    final UUID second = UUID.randomUUID();
    private final Rows rows;
    private final LocalContentStore content;

    SeededTask(String id, Rows rows, Path directory) {
        this.id = id;
        this.rows = rows;
        this.content = new LocalContentStore(directory);
    }

    void store() {
        new FakeBookkeeping(rows).register(id, "run-1", request());
        rows.tasks().progress(id, "waiting", 2, "person", "asked ann");
        rows.tasks().prepared(id, "base1", List.of("starts from HEAD"));
        rows.checks().store(id, 0, List.of(check("failed", 1, List.of("old"))));
        String prompt = put("Do it.");
        rows.iterations().begin(id, 1, prompt, null);
        session(first, 1, new BigDecimal("0.2500"), "failed", put("first transcript"));
        String patchRef = put(patch);
        rows.checks().store(id, 1, List.of(check("failed", 1, List.of("old", "new"))));
        rows.iterations().assessed(id, 1, "s1", "t1", 1, 2, 3, patchRef, EVIDENCE);
        rows.tasks().assessed(id, "s1", 1, 2, 3, patchRef);
        rows.judgeCalls()
                .store(new JudgeCall(
                        UUID.randomUUID(), id, 1, "command", 5, 6, 7, 8, new BigDecimal("0.0100"), 1, null));
        rows.iterations().scored(id, 1, 0.4);
        rows.decisions()
                .store(new NewDecision(
                        id, "r/1", 1, "policy", "park", List.of("limited"), "1", "{}", "{}", 0.1, null, null));
        rows.decisions()
                .store(new NewDecision(
                        id,
                        "r/2",
                        1,
                        "policy",
                        "retry",
                        List.of("unit is red"),
                        "1",
                        "{\"iteration\":1}",
                        "{}",
                        0.4,
                        null,
                        new BigDecimal("0.2500")));
        rows.iterations().begin(id, 2, prompt, put("unit is red"));
        session(second, 2, null, "completed", null);
        rows.questions()
                .ask(new NewQuestion(
                        "q-" + id,
                        id,
                        2,
                        "clarify",
                        "Which one?",
                        List.of("vague"),
                        List.of("the red one", "the blue one"),
                        Instant.now().plusSeconds(60)));
    }

    private void session(
            UUID session, int iteration, @Nullable BigDecimal cost, String status, @Nullable String transcript) {
        long fence = rows.sessions()
                .open(new NewSession(session, id, iteration, 1, "claude-code", null, "host-1", id + "/" + session))
                .fence();
        rows.sessions().started(session, fence, 42, Instant.now());
        BigDecimal estimated = cost == null ? null : cost.divide(BigDecimal.TWO);
        rows.sessions()
                .close(
                        session,
                        fence,
                        new CloseSession(
                                status,
                                "said so",
                                new SessionUsage(10, 20, 30, 40, cost, 3, estimated),
                                1500,
                                0,
                                null,
                                "large",
                                transcript,
                                cost == null ? "no price is known for model 'large'" : ""));
    }

    private static CheckResultRow check(String state, int exit, List<String> failures) {
        return new CheckResultRow(
                "unit", state, exit, false, 5, failures, failures.subList(1, failures.size()), "assert", null, 700);
    }

    private String put(String text) {
        return content.put(text.getBytes(StandardCharsets.UTF_8)).sha256();
    }

    private static TaskRequest request() {
        return TaskRequest.builder(
                        "Seeded",
                        Prompt.inline("Do it."),
                        AgentSpec.of("claude-code").withModel("small"))
                .files(List.of("a.py"))
                .deliver(DeliverMode.APPLY)
                .labels(List.of("nightly"))
                .build();
    }
}
