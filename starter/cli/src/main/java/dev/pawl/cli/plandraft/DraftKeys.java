package dev.pawl.cli.plandraft;

import java.util.List;

/**
 * The keys of a plan file that an agent may choose. All others are the user's choice: what is delivered, which agents
 * run and with what, what they may spend, and what weakens a proof.
 */
final class DraftKeys {
    static final List<String> PLAN = List.of("title", "limits", "setup", "checks", "on-failure", "packages");
    static final List<String> LIMITS = List.of("parallel");
    static final List<String> PACKAGE = List.of(
            "id",
            "title",
            "prompt",
            "needs",
            "owns",
            "may-touch",
            "files",
            "removes",
            "setup",
            "checks",
            "priority",
            "estimate",
            "issues");
    static final List<String> CHECK = List.of("run", "name", "timeout", "must", "junit");

    private DraftKeys() {}
}
