package dev.pawl.workflows.policy;

import dev.pawl.workflows.model.evidence.Finding;
import java.util.List;

/** A change of files that checks trust which the task did not declare, but may want. */
public final class UndeclaredChange {
    /** The possible answers of a person. */
    public static final List<String> ANSWERS = List.of("allow", "refuse");

    private static final int MAX_NAMED = 3;
    private static final int MAX_DETAIL = 200;

    private UndeclaredChange() {}

    public static boolean allowed(String answer) {
        return Answer.normal(answer).equals("allow");
    }

    static String question(List<Finding> findings) {
        StringBuilder question = new StringBuilder();
        findings.stream()
                .limit(MAX_NAMED)
                .forEach(finding -> question.append(finding.path())
                        .append(": ")
                        .append(what(finding.detail()))
                        .append(". "));
        if (findings.size() > MAX_NAMED) {
            question.append("%d more changes of this kind. ".formatted(findings.size() - MAX_NAMED));
        }
        return question.append("The task does not declare that; it may be what is asked. Answer 'allow' or 'refuse'.")
                .toString();
    }

    /** Without the advice to the agent. */
    private static String what(String detail) {
        int end = detail.indexOf(';');
        String what = end < 0 ? detail : detail.substring(0, end);
        return what.length() <= MAX_DETAIL ? what : what.substring(0, MAX_DETAIL) + "…";
    }
}
